import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { formatCount } from '../../ui/format.ts';
import styles from './FacetChoice.module.css';

export interface FacetValue {
  readonly value: string;
  readonly label: string;
  readonly computes: number;
}

interface FacetChoiceProps {
  readonly label: string;
  readonly values: readonly FacetValue[];
  readonly chosen: readonly string[];
  readonly onChosen: (chosen: readonly string[]) => void;
}

const SHOWN_AT_ONCE = 8;

/** Values with their number of computes; any number of them may be chosen, none means all. Long lists are searched. */
export function FacetChoice({ label, values, chosen, onChosen }: FacetChoiceProps) {
  const [search, setSearch] = useState('');
  const long = values.length > SHOWN_AT_ONCE;
  const wanted = search.trim().toLowerCase();
  const found = values.filter((entry) => chosen.includes(entry.value) || entry.label.toLowerCase().includes(wanted));
  const shown = long && wanted === '' ? values.filter((entry) => chosen.includes(entry.value)) : found.slice(0, 24);
  const toggle = (value: string) =>
    onChosen(chosen.includes(value) ? chosen.filter((entry) => entry !== value) : [...chosen, value]);
  return (
    <fieldset className={styles.facet}>
      <legend>{label}</legend>
      {long ? (
        <TextInput
          aria-label={`Find a ${label.toLowerCase()}`}
          placeholder={`${formatCount(values.length)} to choose from`}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
      ) : null}
      <div className={styles.values}>
        {shown.map(({ value, label: text, computes }) => (
          <button
            key={value}
            type="button"
            className={styles.value}
            aria-pressed={chosen.includes(value)}
            title={`${formatCount(computes)} active computes`}
            onClick={() => toggle(value)}
          >
            {text} <span className={styles.count}>{formatCount(computes)}</span>
          </button>
        ))}
      </div>
    </fieldset>
  );
}
