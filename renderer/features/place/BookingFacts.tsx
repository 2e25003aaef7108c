import type { PlacedCandidate, PlanResult } from '../../../shared/contract/plan.ts';
import { Facts } from '../../ui/Facts.tsx';
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
      ? `${resourcesText(bookedAmounts(allocatedBefore))}; they change with it`
      : '';
  return (
    <div className={styles.booking}>
      <h3>This will be booked</h3>
      <Facts
        label="This will be booked"
        facts={[
          ['Service', result.service],
          ['Compute', candidate.compute],
          [
            'Instances',
            quantityBefore > 0
              ? `${formatCount(quantity)} beside ${formatCount(quantityBefore)} there`
              : formatCount(quantity),
          ],
          ['Each gets', resourcesText(each) || 'nothing'],
          ['That is', fitsText(candidate)],
          ['Those there have', changed],
        ]}
      />
      <BeforeAfter bars={candidate.resources} />
    </div>
  );
}
