import type { ReactNode } from 'react';
import { ToneIcon } from '../../ui/ToneIcon.tsx';
import styles from './Part.module.css';

/** What refused a step, read aloud at once. */
export function Refusal({ children }: { children: ReactNode }) {
  return (
    <p className={styles.failure} role="alert">
      <ToneIcon tone="bad" />
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
