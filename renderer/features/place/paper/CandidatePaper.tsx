import type { PlacedCandidate, PlanResult } from '../../../../shared/contract/plan.ts';
import { RESOURCE_KEYS, RESOURCE_LABELS } from '../../../../shared/domain/resource.ts';
import { counted, formatCount, percentText } from '../../../ui/format.ts';
import { resourcesText } from '../../noun/field-text.ts';
import styles from '../../print/Report.module.css';
import { ReportSection } from '../../print/ReportSection.tsx';
import { ReportTable, type ReportColumn } from '../../print/ReportTable.tsx';

import { badgesOf, bookedAmounts, fitsText, scoreText, standsText } from '../candidate-text.ts';
import { orderWish, tieWords } from '../shape-words.ts';

const COLUMNS: readonly ReportColumn<PlacedCandidate>[] = [
  { label: 'Rank', align: 'end', cell: ({ rank }) => formatCount(rank) },
  { label: 'Compute', cell: ({ compute }) => compute },
  { label: 'Where', cell: standsText },
  { label: 'Score', align: 'end', cell: (candidate) => <strong>{scoreText(candidate)}</strong> },
  { label: 'Used', align: 'end', cell: ({ utilisationBefore }) => percentText(utilisationBefore) },
  { label: 'Afterwards', align: 'end', cell: ({ utilisation }) => percentText(utilisation) },
  ...RESOURCE_KEYS.map((key): ReportColumn<PlacedCandidate> => {
    return { label: RESOURCE_LABELS[key].label, align: 'end', cell: ({ resources }) => afterText(resources, key) };
  }),
  { label: 'Evenness', align: 'end', cell: ({ imbalance }) => `± ${percentText(imbalance)}` },
  { label: 'Each gets', cell: (candidate) => resourcesText(bookedAmounts(candidate.allocated)) },
  { label: 'That is', cell: fitsText },
  { label: 'Notes', cell: (candidate) => notesOf(candidate) },
];

function afterText(resources: PlacedCandidate['resources'], key: string): string {
  const bar = resources.find(({ resource }) => resource === key);
  return !bar || bar.total === 0 ? '–' : percentText(bar.after);
}

/** What it gets has a column of its own. */
function notesOf(candidate: PlacedCandidate): string {
  return badgesOf(candidate)
    .map(({ text }) => text)
    .filter((text) => text !== 'below maximum' && text !== 'minimum only')
    .join(', ');
}

/** The candidates by rank, each with the parts of its score. */
export function CandidatePaper({ plan }: { plan: PlanResult }) {
  const { candidates, summary, shape } = plan;
  if (candidates.length === 0) return null;
  const left = summary.candidates - candidates.length;
  return (
    <ReportSection title={counted(summary.candidates, 'candidate', 'candidates')}>
      <p>
        {orderWish(shape)} The score follows from the share used afterwards, the mean of the resources beside it.
        Between equal scores: {tieWords(plan.shape).join('; ')}.
      </p>
      <ReportTable label="Candidates" columns={COLUMNS} rows={candidates} />
      {left > 0 ? (
        <p className={styles.note}>{formatCount(left)} further candidates are left out here; the CSV has more.</p>
      ) : null}
    </ReportSection>
  );
}
