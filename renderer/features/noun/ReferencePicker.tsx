import { Select, type SelectProps } from '@mantine/core';
import { useDeferredValue, useState } from 'react';
import type { ReferenceNames } from '../../bridge/noun-client.ts';
import { useReferenceOptions } from './use-reference-options.ts';

interface ReferencePickerProps extends Pick<
  SelectProps,
  'label' | 'description' | 'error' | 'withAsterisk' | 'inputWrapperOrder' | 'aria-label' | 'placeholder'
> {
  /** The noun pointed at, or a family: `machine`, `object`. */
  readonly noun: string;
  readonly id: string;
  /** Names already known, by id. */
  readonly names: ReferenceNames;
  readonly onId: (id: string) => void;
}

/** Chooses a row of another noun by typing a part of its name. */
export function ReferencePicker({ noun, id, names, onId, ...input }: ReferencePickerProps) {
  const [search, setSearch] = useState('');
  const [open, setOpen] = useState(false);
  const [chosen, setChosen] = useState<{ id: string; name: string } | null>(null);
  const currentName = chosen?.id === id ? chosen.name : names[id];
  const text = useDeferredValue(search === currentName ? '' : search);
  const { options, looking } = useReferenceOptions(noun, text, open);
  const missing = id !== '' && !options.some((option) => option.value === id);
  const data = missing ? [{ value: id, label: currentName ?? id, hint: '' }, ...options] : options;
  return (
    <Select
      {...input}
      data={data}
      value={id === '' ? null : id}
      onChange={(value, option) => {
        setChosen(value === null ? null : { id: value, name: option?.label ?? value });
        onId(value ?? '');
      }}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': 'Clear' }}
      searchValue={search}
      onSearchChange={setSearch}
      onDropdownOpen={() => setOpen(true)}
      // Options of an earlier search stay while the next one runs: only those that still match may be chosen.
      filter={({ options: all, search: typed }) =>
        looking ? all.filter((option) => 'label' in option && holds(option.label, typed)) : all
      }
      nothingFoundMessage={looking ? 'Looking…' : 'Nothing has this name'}
      renderOption={({ option }) => (
        <ReferenceOption label={option.label} hint={'hint' in option ? String(option.hint) : ''} />
      )}
      comboboxProps={{ transitionProps: { duration: 0 } }}
    />
  );
}

function holds(label: string, typed: string): boolean {
  return label.toLowerCase().includes(typed.trim().toLowerCase());
}

function ReferenceOption({ label, hint }: { label: string; hint: string }) {
  return (
    <span>
      {label}
      {hint === '' ? null : <small> · {hint}</small>}
    </span>
  );
}
