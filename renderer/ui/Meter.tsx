import { classes } from './classes.ts';
import styles from './Meter.module.css';

export interface MeterProps {
  /** What is measured, for assistive technology: `Memory`. */
  readonly label: string;
  readonly total: number;
  readonly used: number;
  /** What a plan would add on top of `used`; drawn hatched. */
  readonly added?: number;
  /** The sentence read aloud: `384 GB of 512 GB allocated`. */
  readonly text: string;
}

const NEARLY_FULL = 0.9;

function share(amount: number, total: number): number {
  return total > 0 ? Math.min(1, Math.max(0, amount / total)) : 0;
}

/** A bar of used, added and free. More used than there is turns it red and adds a stop mark at its end. */
export function Meter({ label, total, used, added = 0, text }: MeterProps) {
  const over = used + added > total;
  const usedShare = share(used, total);
  const addedShare = Math.min(share(added, total), 1 - usedShare);
  const level = over ? styles.over : usedShare + addedShare >= NEARLY_FULL ? styles.high : undefined;
  return (
    <div
      role="meter"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={Math.max(total, 0)}
      aria-valuenow={Math.min(Math.max(used + added, 0), Math.max(total, 0))}
      aria-valuetext={text}
      className={classes(styles.meter, level)}
    >
      <span className={styles.used} style={{ width: `${usedShare * 100}%` }} />
      <span className={styles.added} style={{ width: `${addedShare * 100}%` }} />
      {over ? <span className={styles.stop} /> : null}
    </div>
  );
}
