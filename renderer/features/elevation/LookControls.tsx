import { NativeSelect } from '@mantine/core';
import { useId } from 'react';
import styles from './ElevationBar.module.css';
import { LABEL_FIELDS, isLabelField, type LabelField } from './label-fields.ts';
import { useElevationLook } from './look-store.ts';
import { COLOUR_KEYS, isColourKey } from './paint-scales.ts';

/** Colour by and label by, the same in elevations and in the hall. */
export function LookControls({ labels }: { labels?: readonly LabelField[] }) {
  const id = useId();
  const { colour, label, change } = useElevationLook();
  const offered = LABEL_FIELDS.filter(({ value }) => labels === undefined || labels.includes(value));
  return (
    <>
      <span className={styles.choice}>
        <span id={`${id}-colour`}>Colour</span>
        <NativeSelect
          aria-labelledby={`${id}-colour`}
          data={COLOUR_KEYS.map(({ value, label: text }) => ({ value, label: text }))}
          value={colour}
          onChange={({ currentTarget: { value } }) => isColourKey(value) && change({ colour: value })}
        />
      </span>
      <span className={styles.choice}>
        <span id={`${id}-label`}>Label</span>
        <NativeSelect
          aria-labelledby={`${id}-label`}
          data={offered.map(({ value, label: text }) => ({ value, label: text }))}
          value={offered.some(({ value }) => value === label) ? label : 'name'}
          onChange={({ currentTarget: { value } }) => isLabelField(value) && change({ label: value })}
        />
      </span>
    </>
  );
}
