import { NativeSelect } from '@mantine/core';
import { useId } from 'react';
import styles from './ElevationBar.module.css';
import { LabelSelect } from './LabelSelect.tsx';
import { useElevationLook } from './look-store.ts';
import { COLOUR_KEYS, isColourKey } from './paint-scales.ts';

/** Colour by and label by, the same in elevations and in the hall. */
export function LookControls() {
  const id = useId();
  const { colour, change } = useElevationLook();
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
        <span aria-hidden>Label</span>
        <LabelSelect />
      </span>
    </>
  );
}
