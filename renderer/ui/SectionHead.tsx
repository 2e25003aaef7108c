import type { ReactNode } from 'react';
import styles from './SectionHead.module.css';

/** The heading of a section with what can be done in it at the other end. */
export function SectionHead({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className={styles.head}>
      <h2>{title}</h2>
      {children}
    </div>
  );
}
