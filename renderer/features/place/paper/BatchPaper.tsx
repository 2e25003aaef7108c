import type { BatchResult } from '../../../../shared/contract/plan.ts';
import type { BatchStep } from '../../../../shared/domain/plan-recommendation.ts';
import { Facts } from '../../../ui/Facts.tsx';
import { counted, formatCount, percentText } from '../../../ui/format.ts';
import { resourcesText } from '../../noun/field-text.ts';
import styles from '../../print/Report.module.css';
import { ReportSection } from '../../print/ReportSection.tsx';
import { ReportTable } from '../../print/ReportTable.tsx';
import { ROWS_ON_PAPER } from '../../print/papers.ts';

import { batchSummary, unplacedText } from '../batch-groups.ts';
import { bookedAmounts } from '../candidate-text.ts';
import type { PlaceScope } from '../place-draft.ts';
import { recommendationText } from '../recommendation-text.ts';
import { PaperFrame } from './PaperFrame.tsx';
import { scopeFacts } from './question-facts.ts';

interface BatchPaperProps {
  readonly scope: PlaceScope;
  readonly plan: BatchResult;
  readonly onClose: () => void;
}

/** Where each of several instances goes, in the order of booking, and what stays out. */
export function BatchPaper({ scope, plan, onClose }: BatchPaperProps) {
  const steps = plan.steps.slice(0, ROWS_ON_PAPER).map((step, index) => ({ ...step, number: index + 1 }));
  const left = plan.steps.length - steps.length;
  const where = ({ candidate }: BatchStep) => {
    const stands = plan.stands[candidate.computeId];
    return [stands?.site, stands?.room, stands?.rack].filter(Boolean).join(' · ');
  };
  return (
    <PaperFrame title="Where they go" fileName="Placements" onClose={onClose}>
      <Facts label="What was asked" facts={[['Answer', batchSummary(plan)], ...scopeFacts(scope, null)]} />
      {plan.unplaced.length === 0 ? null : (
        <ReportSection title="What stays out">
          {plan.unplaced.map((entry) => (
            <p key={entry.service}>{unplacedText(entry)}</p>
          ))}
          {plan.purchases.map(({ service, quantity, purchase }) => {
            const { title, lines } = recommendationText(purchase);
            return (
              <p key={service}>
                {title} for {counted(quantity, 'instance', 'instances')} of {service}: {lines.join('; ')}
              </p>
            );
          })}
        </ReportSection>
      )}
      <ReportSection title={counted(plan.steps.length, 'step', 'steps')}>
        <ReportTable
          label="Steps"
          rows={steps}
          columns={[
            { label: 'Step', align: 'end', cell: ({ number }) => formatCount(number) },
            { label: 'Service', cell: ({ service }) => service },
            { label: 'Compute', cell: ({ candidate }) => candidate.compute },
            { label: 'Where', cell: where },
            { label: 'Gets', cell: ({ candidate }) => resourcesText(bookedAmounts(candidate.allocated)) },
            { label: 'Used', align: 'end', cell: ({ candidate }) => percentText(candidate.utilisationBefore) },
            { label: 'Afterwards', align: 'end', cell: ({ candidate }) => percentText(candidate.utilisation) },
          ]}
        />
        {left > 0 ? (
          <p className={styles.note}>{formatCount(left)} further steps are left out here; the CSV has all of them.</p>
        ) : null}
      </ReportSection>
    </PaperFrame>
  );
}
