import { classes } from '../../ui/classes.ts';
import styles from './Legend.module.css';
import { markOf } from './marks.ts';
import type { LegendEntry, Paint } from './paint-scales.ts';

/** A colour with its mark, as devices carry it. */
export function Swatch({ paint }: { paint: Paint }) {
  return (
    <svg className={styles.swatch} viewBox="-4 -4 18 18" data-paint={paint} aria-hidden focusable={false}>
      <path d={markOf(paint)} />
    </svg>
  );
}

/** What the colours and marks mean, and how many devices have each. */
export function Legend({ entries, inRow = false }: { entries: readonly LegendEntry[]; inRow?: boolean }) {
  return (
    <ul className={classes(styles.legend, inRow && styles.row)} aria-label="Legend">
      {entries.map(({ paint, label, count }) => (
        <li key={label} className={styles.entry}>
          <Swatch paint={paint} />
          <span className={styles.name}>{label}</span>
          <span className={styles.count}>{count}</span>
        </li>
      ))}
    </ul>
  );
}
