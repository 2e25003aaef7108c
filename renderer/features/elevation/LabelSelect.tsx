import { Combobox, Input, Select } from '@mantine/core';
import { useId, useMemo, useState } from 'react';
import { useCustomFields } from '../noun/use-custom-fields.ts';
import { labelGroups } from './label-fields.ts';
import { useElevationLook } from './look-store.ts';
import styles from './ElevationBar.module.css';

const NAME = 'Label';

/** Which field is written on devices, kept with the other settings of the view. */
export function LabelSelect() {
  const [wanted, setWanted] = useState(false);
  return wanted ? <SearchedSelect /> : <ClosedSelect onWanted={() => setWanted(true)} />;
}

/** What the field looks like until somebody goes to it: the real one makes its list and measures itself, whoever looks. */
function ClosedSelect({ onWanted }: { onWanted: () => void }) {
  const id = useId();
  const { label } = useElevationLook();
  const groups = useLabelGroups(label.includes('.'));
  const chosen = groups.flatMap(({ items }) => items).find(({ value }) => value === label);
  return (
    <Input
      size="xs"
      role="combobox"
      aria-label={NAME}
      aria-expanded={false}
      aria-controls={`${id}-list`}
      aria-haspopup="listbox"
      className={styles.label}
      value={chosen?.label ?? 'Name'}
      rightSection={<Combobox.Chevron size="xs" />}
      rightSectionPointerEvents="none"
      onFocus={onWanted}
      readOnly
    />
  );
}

function useLabelGroups(withCustomFields: boolean) {
  const ofComputes = useCustomFields('compute', withCustomFields);
  const ofEquipment = useCustomFields('equipment', withCustomFields);
  return useMemo(() => labelGroups([...ofComputes, ...ofEquipment]), [ofComputes, ofEquipment]);
}

function takeFocus(input: HTMLInputElement | null): void {
  input?.focus();
}

/** Searched by typing; it stands in for the closed one as soon as that has the focus, and takes it over. */
function SearchedSelect() {
  const { label, change } = useElevationLook();
  const groups = useLabelGroups(true);
  const known = groups.some(({ items }) => items.some(({ value }) => value === label));
  return (
    <Select
      ref={takeFocus}
      aria-label={NAME}
      className={styles.label}
      data={groups.map(({ group, items }) => ({ group, items: [...items] }))}
      value={known ? label : 'name'}
      onChange={(value) => value !== null && change({ label: value })}
      nothingFoundMessage="No field is called so"
      comboboxProps={{ width: 260, position: 'bottom-start' }}
      maxDropdownHeight={360}
      searchable
      allowDeselect={false}
      selectFirstOptionOnChange
    />
  );
}
