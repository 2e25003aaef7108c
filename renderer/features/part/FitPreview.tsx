import type { AssignRow, SerialWarning } from '../../../shared/contract/component.ts';
import { slotRangeText } from '../../../shared/rules/slot-range-text.ts';
import { Badge } from '../../ui/Badge.tsx';
import { PlainTable, type PlainColumn } from '../../ui/PlainTable.tsx';
import { formatCount } from '../../ui/format.ts';
import formStyles from '../../ui/Form.module.css';
import styles from './Part.module.css';
import { Warning } from '../../ui/Notice.tsx';

export interface FitPreviewData {
  readonly rows: readonly AssignRow[];
  readonly fits: number;
  readonly refused: number;
  readonly warnings: readonly SerialWarning[];
}

const OUTCOMES = {
  fits: { tone: 'good', label: 'Fits' },
  'no free slot': { tone: 'bad', label: 'No free slot' },
  'would exceed': { tone: 'bad', label: 'Would exceed' },
  refused: { tone: 'bad', label: 'Refused' },
} as const;

const SHOWN = 200;

/** What scrolls must be reachable by keyboard. */
const SCROLLED = { role: 'region', 'aria-label': 'Outcome by compute, list', tabIndex: 0 };

const COLUMNS: readonly PlainColumn<AssignRow>[] = [
  { label: 'Compute', cell: ({ compute }) => compute },
  {
    label: 'Outcome',
    align: 'wrap',
    cell: ({ outcome, slots, message }) => (
      <span className={styles.outcome}>
        <Badge plain tone={OUTCOMES[outcome].tone}>
          {OUTCOMES[outcome].label}
        </Badge>
        <span>{outcome === 'fits' ? slotRangeText(slots) : message}</span>
      </span>
    ),
  },
];

/** What would become of each compute; those that refuse come first, since they are what is looked for. */
export function FitPreview({ preview }: { preview: FitPreviewData }) {
  const rows = preview.rows.toSorted(
    (left, right) => Number(left.outcome === 'fits') - Number(right.outcome === 'fits'),
  );
  return (
    <section aria-label="Preview">
      <p className={formStyles.note} role="status">
        {formatCount(preview.fits)} fit, {formatCount(preview.refused)} {preview.refused === 1 ? 'does' : 'do'} not
      </p>
      {preview.warnings.map((warning) => (
        <Warning key={warning.serial}>{warning.message}</Warning>
      ))}
      <div className={styles.preview} {...SCROLLED}>
        <PlainTable
          label="Outcome by compute"
          columns={COLUMNS}
          rows={rows.slice(0, SHOWN)}
          keyOf={({ computeId }) => computeId}
        />
      </div>
      {rows.length > SHOWN ? <p className={formStyles.note}>and {formatCount(rows.length - SHOWN)} more</p> : null}
    </section>
  );
}
