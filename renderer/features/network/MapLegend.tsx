import { classes } from '../../ui/classes.ts';
import styles from './PrefixMap.module.css';

const OF_ADDRESSES = [
  ['free', 'Free'],
  ['assigned', 'Assigned'],
  ['reserved', 'Reserved'],
  ['available', 'On record, free'],
  ['gateway', 'Gateway'],
  ['kept', 'Not for hosts'],
  ['prefix', 'Prefix inside'],
] as const;

const OF_BLOCKS = [
  ['free', 'Free'],
  ['partly', 'Partly used'],
  ['full', 'Fully used'],
  ['prefix', 'Prefix inside'],
] as const;

/** What the cells of a map look like. */
export function MapLegend({ blocks }: { blocks: boolean }) {
  return (
    <ul className={styles.legend} aria-label="Legend">
      {(blocks ? OF_BLOCKS : OF_ADDRESSES).map(([look, label]) => (
        <li key={look}>
          <span className={classes(styles.cell, styles[look])} aria-hidden />
          {label}
        </li>
      ))}
    </ul>
  );
}
