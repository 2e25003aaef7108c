import type { PlanResult } from '../../../../shared/contract/plan.ts';
import { counted, formatCount } from '../../../ui/format.ts';
import styles from '../../print/Report.module.css';
import { ReportSection } from '../../print/ReportSection.tsx';
import { ReportTable } from '../../print/ReportTable.tsx';
import { reasonDetail, reasonLabel } from '../reason-label.ts';
import { reasonWords } from '../reason-words.ts';
import { ruledOutBy } from './rejected-by-rule.ts';

/** Computes under one reason; paper need not repeat a thousand like it. */
const SHOWN_OF_A_REASON = 500;

/** Those that cannot take it, under each reason that keeps them out, closest misses first. */
export function RejectedPaper({ plan }: { plan: PlanResult }) {
  const { summary, rejected } = plan;
  if (summary.rejected === 0) return null;
  return (
    <ReportSection title={counted(summary.rejected, 'rejected compute', 'rejected computes')}>
      {summary.reasons.map((reason) => {
        const out = ruledOutBy(rejected.rows, reason).slice(0, SHOWN_OF_A_REASON);
        const label = reasonLabel(reason);
        return (
          <ReportSection key={reason.rule} title={label}>
            <p>{reasonDetail(reason)}</p>
            <ReportTable
              label={`Rejected: ${label}`}
              rows={out}
              columns={[
                { label: 'Compute', cell: ({ row }) => row.compute },
                { label: 'Why', cell: (entry) => reasonWords(entry.reason) },
                { label: 'Other reasons', align: 'end', cell: ({ others }) => (others === 0 ? 'none' : others) },
              ]}
            />
            {reason.count > out.length ? (
              <p className={styles.note}>
                {formatCount(reason.count - out.length)} further computes are left out here; the CSV has all of them.
              </p>
            ) : null}
          </ReportSection>
        );
      })}
    </ReportSection>
  );
}
