import type { Verdict } from '../../../shared/domain/plan.ts';
import { reasonText } from '../../../shared/rules/placement-reason-text.ts';
import { Badge } from '../../ui/Badge.tsx';
import { PlainTable, type PlainColumn } from '../../ui/PlainTable.tsx';
import { formatCount } from '../../ui/format.ts';
import { resourcesText } from '../noun/field-text.ts';
import formStyles from '../../ui/Form.module.css';
import styles from './Many.module.css';
import type { ManyOutcome } from './many-draft.ts';

const SHOWN = 200;

/** What scrolls must be reachable by keyboard. */
const SCROLLED = { role: 'region', 'aria-label': 'What becomes of each compute, list', tabIndex: 0 };

interface ManyPreviewProps {
  readonly rows: readonly Verdict[];
  readonly outcome: ManyOutcome;
  readonly override: boolean;
}

/** What becomes of each compute; those that cannot take it come first, each with every reason. */
export function ManyPreview({ rows, outcome, override }: ManyPreviewProps) {
  const sorted = rows.toSorted(
    (left, right) => Number(left.verdict === 'candidate') - Number(right.verdict === 'candidate'),
  );
  const columns = override ? OVERRIDING : LEAVING_OUT;
  return (
    <section aria-label="Preview">
      <p className={formStyles.note} role="status">
        {formatCount(outcome.fitting)} can take it, {formatCount(outcome.refused)} cannot. Nothing is booked yet.
      </p>
      {outcome.missing ? <p className={formStyles.note}>{outcome.missing}</p> : null}
      <div className={styles.preview} {...SCROLLED}>
        <PlainTable
          label="What becomes of each compute"
          columns={columns}
          rows={sorted.slice(0, SHOWN)}
          keyOf={({ computeId }) => computeId}
        />
      </div>
      {sorted.length > SHOWN ? <p className={formStyles.note}>and {formatCount(sorted.length - SHOWN)} more</p> : null}
    </section>
  );
}

function outcomeCell(row: Verdict, override: boolean) {
  if (row.verdict === 'candidate') {
    const amounts = Object.fromEntries(Object.entries(row.allocated).filter(([, amount]) => amount > 0));
    const used = row.utilisation === null ? '' : `, ${Math.round(row.utilisation * 100)} % used afterwards`;
    return (
      <span className={styles.outcome}>
        <Badge plain tone="good">
          Fits
        </Badge>
        <span>
          each gets {resourcesText(amounts) || 'nothing'}
          {used}
        </span>
      </span>
    );
  }
  return (
    <span className={styles.outcome}>
      <Badge plain tone={override ? 'attention' : 'bad'}>
        {override ? 'Override' : 'Left out'}
      </Badge>
      <span>{row.reasons.map(reasonText).join(' ')}</span>
    </span>
  );
}

function columnsFor(override: boolean): readonly PlainColumn<Verdict>[] {
  return [
    { label: 'Compute', cell: ({ compute }) => compute },
    { label: 'What becomes of it', align: 'wrap', cell: (row) => outcomeCell(row, override) },
  ];
}

const OVERRIDING = columnsFor(true);
const LEAVING_OUT = columnsFor(false);
