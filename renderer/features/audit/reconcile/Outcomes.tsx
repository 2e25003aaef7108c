import type { DecisionOutcome } from '../../../../shared/contract/audit-schemas.ts';
import { Badge } from '../../../ui/Badge.tsx';
import { PlainTable, type PlainColumn } from '../../../ui/PlainTable.tsx';
import { ScrollRegion } from '../../../ui/ScrollRegion.tsx';
import styles from '../Audit.module.css';
import { decisionWord } from '../audit-words.ts';

const COLUMNS: readonly PlainColumn<DecisionOutcome>[] = [
  { label: 'Device', cell: ({ name }) => name },
  {
    label: 'Decision',
    cell: ({ decision, problem }) => (
      <Badge plain tone={problem === null ? decisionWord(decision).tone : 'bad'}>
        {decisionWord(decision).label}
      </Badge>
    ),
  },
  { label: 'What it does', align: 'wrap', cell: ({ outcome, problem }) => problem ?? outcome },
];

/** What decisions do, a line each. */
export function Outcomes({ outcomes }: { outcomes: readonly DecisionOutcome[] }) {
  return (
    <ScrollRegion label="What the decisions do" className={styles.outcomes}>
      <PlainTable label="Decisions" columns={COLUMNS} rows={outcomes} keyOf={({ discrepancy }) => discrepancy} />
    </ScrollRegion>
  );
}
