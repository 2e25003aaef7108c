import type { PlacedCandidate, PlanResult } from '../../../shared/contract/plan.ts';
import { formatCount } from '../../ui/format.ts';
import { resourcesText } from '../noun/field-text.ts';
import { BeforeAfter } from './BeforeAfter.tsx';
import styles from './CandidatePanel.module.css';
import { bookedAmounts, fitsText } from './candidate-text.ts';

/** Exactly what will be written, and what the compute looks like then. */
export function BookingFacts({ result, candidate }: { result: PlanResult; candidate: PlacedCandidate }) {
  const { quantity, quantityBefore, allocated, allocatedBefore } = candidate;
  const each = bookedAmounts(allocated);
  const changed =
    allocatedBefore !== null && JSON.stringify(bookedAmounts(allocatedBefore)) !== JSON.stringify(each)
      ? `have ${resourcesText(bookedAmounts(allocatedBefore))} and change with it`
      : '';
  const instances =
    quantityBefore > 0 ? `${formatCount(quantity)} beside ${formatCount(quantityBefore)} there` : formatCount(quantity);
  const facts: readonly (readonly [string, string])[] = [
    ['Service', result.service],
    ['Compute', candidate.compute],
    ['Instances', instances],
    ['Each gets', resourcesText(each) || 'nothing'],
    ['That is', fitsText(candidate)],
    ...(changed === '' ? [] : [['Those there', changed] as const]),
  ];
  return (
    <div className={styles.booking}>
      <h3>This will be booked</h3>
      <dl className={styles.parts}>
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <BeforeAfter bars={candidate.resources} />
    </div>
  );
}
