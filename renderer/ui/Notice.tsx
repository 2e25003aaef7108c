import type { ReactNode } from 'react';
import { ToneIcon } from './ToneIcon.tsx';
import styles from './Notice.module.css';

/** What refused or ended a step, read aloud at once; what the person ended is no error. */
export function Refusal({ cancelled = false, children }: { cancelled?: boolean; children: ReactNode }) {
  return (
    <p className={cancelled ? styles.cancelled : styles.failure} role="alert">
      <ToneIcon tone={cancelled ? 'neutral' : 'bad'} />
      <span>{children}</span>
    </p>
  );
}

/** What is odd but allowed. */
export function Warning({ children }: { children: ReactNode }) {
  return (
    <p className={styles.warning}>
      <ToneIcon tone="attention" />
      <span>{children}</span>
    </p>
  );
}
