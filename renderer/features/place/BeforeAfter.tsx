import type { ResourceBar } from '../../../shared/domain/plan.ts';
import { RESOURCE_LABELS } from '../../../shared/domain/resource.ts';
import styles from './CandidatePanel.module.css';
import { roundedText } from '../noun/field-text.ts';
import { shareText } from './candidate-text.ts';
import { ResourceMeter } from './ResourceMeter.tsx';

/** Per resource: what is booked now, what this adds (hatched), what stays free. `compact` leaves the amounts to speech. */
export function BeforeAfter({ bars, compact = false }: { bars: readonly ResourceBar[]; compact?: boolean }) {
  return (
    <ul className={styles.bars} aria-label="Resources before and after">
      {bars.map((bar) => {
        const { label, unit } = RESOURCE_LABELS[bar.resource];
        const amount = (value: number) => roundedText(value, unit);
        return (
          <li key={bar.resource} className={styles.bar}>
            <span>{label}</span>
            <span className={compact ? styles.hidden : styles.figures}>
              {amount(bar.usedBefore)} → <strong>{amount(bar.usedAfter)}</strong> of {amount(bar.total)}
            </span>
            <span className={styles.meter}>
              <ResourceMeter bar={bar} />
            </span>
            <span className={styles.share}>
              {shareText(bar.before)} → {shareText(bar.after)}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
