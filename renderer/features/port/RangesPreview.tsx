import type { RangePreview } from '../../../shared/contract/cable.ts';
import { Badge } from '../../ui/Badge.tsx';
import { ScrollRegion } from '../../ui/ScrollRegion.tsx';
import { PlainTable, type PlainColumn } from '../../ui/PlainTable.tsx';
import { counted } from '../../ui/format.ts';
import styles from './Cable.module.css';

type Pair = RangePreview['rows'][number];

const COLUMNS: readonly PlainColumn<Pair>[] = [
  { label: 'From', cell: ({ a }) => a },
  { label: 'To', cell: ({ b }) => b },
  { label: 'Verdict', align: 'wrap', cell: (pair) => <Verdict pair={pair} /> },
];

/** Every pair before it is plugged: what fits, what does not and why. */
export function RangesPreview({ preview }: { preview: RangePreview }) {
  const { rows, fitting } = preview;
  return (
    <ScrollRegion label="Pairs" className={styles.preview}>
      <p role="status">
        {fitting} of {counted(rows.length, 'pair', 'pairs')} can be connected.
      </p>
      <PlainTable label="Pairs" columns={COLUMNS} rows={rows} keyOf={({ a, b }) => `${a} ${b}`} />
    </ScrollRegion>
  );
}

function Verdict({ pair: { problem, warnings } }: { pair: Pair }) {
  if (problem)
    return (
      <Badge plain tone="bad">
        {problem.message}
      </Badge>
    );
  return (
    <Badge plain tone={warnings.length > 0 ? 'attention' : 'good'}>
      {warnings.length > 0 ? warnings.join(' ') : 'Fits'}
    </Badge>
  );
}
