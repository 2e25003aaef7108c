import { Select } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useCustomFields } from '../noun/use-custom-fields.ts';
import { knownLabels, labelGroups, type KnownLabel, type LabelGroup } from './label-fields.ts';
import { useElevationLook } from './look-store.ts';
import styles from './ElevationBar.module.css';

function choices(groups: readonly LabelGroup[]) {
  return groups.map(({ group, items }) => ({ group, items: [...items] }));
}

/** Which field is written on devices: searched by typing, kept with the other settings of the view. */
export function LabelSelect({ labels }: { labels?: readonly KnownLabel[] | undefined }) {
  const { label, change } = useElevationLook();
  const [opened, setOpened] = useState(false);
  const wanted = labels === undefined && (opened || label.includes('.'));
  const ofComputes = useCustomFields('compute', wanted);
  const ofEquipment = useCustomFields('equipment', wanted);
  const groups = useMemo(() => labelGroups([...ofComputes, ...ofEquipment]), [ofComputes, ofEquipment]);
  const offered = labels === undefined ? groups.flatMap(({ items }) => items) : knownLabels(labels);
  return (
    <Select
      aria-label="Label"
      className={styles.label}
      data={labels === undefined ? choices(groups) : [...knownLabels(labels)]}
      value={offered.some(({ value }) => value === label) ? label : 'name'}
      onChange={(value) => value !== null && change({ label: value })}
      onDropdownOpen={() => setOpened(true)}
      nothingFoundMessage="No field is called so"
      comboboxProps={{ width: 260, position: 'bottom-start' }}
      maxDropdownHeight={360}
      searchable
      allowDeselect={false}
      selectFirstOptionOnChange
    />
  );
}
