import type { ReactNode } from 'react';
import styles from './Facts.module.css';

/** Names and values in two columns; a fact without a value is left out. */
export function Facts({
  label,
  facts,
}: {
  label: string;
  facts: readonly (readonly [name: string, value: ReactNode])[];
}) {
  const known = facts.filter(([, value]) => value !== '' && value !== null && value !== undefined);
  if (known.length === 0) return null;
  return (
    <dl className={styles.facts} aria-label={label}>
      {known.map(([name, value]) => (
        <div key={name} className={styles.fact}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
