import { classes } from '../../ui/classes.ts';
import { formatCount } from '../../ui/format.ts';
import styles from './PlacePage.module.css';
import type { PlaceView } from './place-machine.ts';

export interface ViewTab {
  readonly id: PlaceView;
  readonly label: string;
  readonly count: number | null;
}

interface ViewTabsProps {
  readonly tabs: readonly ViewTab[];
  readonly view: PlaceView;
  readonly onView: (view: PlaceView) => void;
}

/** The sides of an answer. Keys 1, 2, 3 … choose them too. */
export function ViewTabs({ tabs, view, onView }: ViewTabsProps) {
  return (
    <div role="tablist" aria-label="Answer" className={styles.tabs}>
      {tabs.map(({ id, label, count }) => (
        <button
          key={id}
          type="button"
          role="tab"
          aria-selected={view === id}
          className={classes(styles.tab, view === id && styles.tabCurrent)}
          onClick={() => onView(id)}
        >
          {label} {count === null ? null : <span className={styles.tabCount}>{formatCount(count)}</span>}
        </button>
      ))}
    </div>
  );
}
