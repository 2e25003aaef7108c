import type { PlanResult } from '../../../shared/contract/plan.ts';
import { classes } from '../../ui/classes.ts';
import { formatCount } from '../../ui/format.ts';
import styles from './PlacePage.module.css';
import type { PlaceView } from './place-machine.ts';

interface ViewTabsProps {
  readonly view: PlaceView;
  readonly result: PlanResult;
  readonly onView: (view: PlaceView) => void;
}

export function ViewTabs({ view, result, onView }: ViewTabsProps) {
  const tabs: readonly (readonly [PlaceView, string, number])[] = [
    ['candidates', 'Candidates', result.summary.candidates],
    ['rejected', 'Rejected', result.summary.rejected],
  ];
  return (
    <div role="tablist" aria-label="Answer" className={styles.tabs}>
      {tabs.map(([id, label, count]) => (
        <button
          key={id}
          type="button"
          role="tab"
          aria-selected={view === id}
          className={classes(styles.tab, view === id && styles.tabCurrent)}
          onClick={() => onView(id)}
        >
          {label} <span className={styles.tabCount}>{formatCount(count)}</span>
        </button>
      ))}
    </div>
  );
}
