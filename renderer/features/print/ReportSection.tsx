import type { ReactNode } from 'react';
import styles from './Report.module.css';

/** A heading that never stands alone at the foot of a page, and what is under it. */
export function ReportSection({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={styles.section} aria-label={title}>
      <h3>{title}</h3>
      {children}
    </section>
  );
}
