import type { ReactNode } from 'react';
import styles from './Badge.module.css';
import { classes } from './classes.ts';
import { ToneIcon, type Tone } from './ToneIcon.tsx';

/** A status: tone icon and word. `plain` leaves out the filled ground, for dense lists. */
export function Badge({ tone, plain = false, children }: { tone: Tone; plain?: boolean; children: ReactNode }) {
  return (
    <span className={classes(styles.badge, plain ? styles.plain : styles[tone])}>
      <ToneIcon tone={tone} />
      {children}
    </span>
  );
}

/** A key and a value as they are written in rules: `zone=a`. */
export function TagChip({ name, value }: { name: string; value: string }) {
  return (
    <span className={styles.tag}>
      <span className={styles.tagKey}>{name}</span>
      {value === '' ? null : <span className={styles.tagValue}>{value}</span>}
    </span>
  );
}
