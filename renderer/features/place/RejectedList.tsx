import type { PlanResult } from '../../../shared/contract/plan.ts';
import { objectHref } from '../../ui/location.ts';
import { reasonWords } from './reason-words.ts';
import styles from './RejectedList.module.css';

/** Every rejected compute with every reason, closest misses first. */
export function RejectedList({ rejected }: { rejected: PlanResult['rejected'] }) {
  return (
    <ul className={styles.list} aria-label="Rejected computes, closest misses first">
      {rejected.rows.map((row) => (
        <li key={row.computeId} className={styles.row}>
          <a href={objectHref('compute', row.computeId) ?? '#'}>{row.compute}</a>
          <ul>
            {row.reasons.map((reason) => {
              const text = reasonWords(reason);
              return <li key={text}>{text}</li>;
            })}
          </ul>
        </li>
      ))}
    </ul>
  );
}
