import type { AuditReport } from '../../../../shared/contract/audit-report.ts';
import type { AuditDiscrepancy } from '../../../../shared/contract/audit-schemas.ts';
import { Facts } from '../../../ui/Facts.tsx';
import { PlainTable, type PlainColumn } from '../../../ui/PlainTable.tsx';
import { counted, formatCount, formatMoment } from '../../../ui/format.ts';
import styles from '../Audit.module.css';
import { CarriedOver } from '../CarriedOver.tsx';
import { WordBadge } from '../WordBadge.tsx';
import { classWord, decisionWord, kindWord, levelLabel, progressText, statusWord } from '../audit-words.ts';

function resolutionText({ resolution, agreesNow }: AuditDiscrepancy): string {
  if (!resolution) return agreesNow ? 'The record agrees by now.' : 'Not decided';
  const { decision, reason, outcome, decidedBy } = resolution;
  return [`${decisionWord(decision).label} (${decidedBy})`, reason, outcome].filter(Boolean).join('. ');
}

const DISCREPANCY_COLUMNS: readonly PlainColumn<AuditDiscrepancy>[] = [
  { label: 'Device', cell: ({ name }) => name },
  { label: 'What', cell: ({ kind }) => <WordBadge word={kindWord(kind)} /> },
  { label: 'Recorded', align: 'wrap', cell: ({ expected }) => expected.text },
  { label: 'Seen', align: 'wrap', cell: ({ observed }) => observed.text },
  { label: 'Resolution', align: 'wrap', cell: resolutionText },
];

type Missing = AuditReport['missing'][number];

const MISSING_COLUMNS: readonly PlainColumn<Missing>[] = [
  { label: 'Device', cell: ({ name }) => name },
  { label: 'Serial number', cell: ({ serial }) => serial },
  { label: 'Asset tag', cell: ({ assetTag }) => assetTag },
  { label: 'Recorded at', align: 'wrap', cell: ({ place }) => place },
  { label: 'Resolution', align: 'wrap', cell: ({ resolution }) => resolution },
];

function moment(iso: string | null): string {
  return iso === null ? '' : formatMoment(iso);
}

/** Scope, people, times, counts, each discrepancy with its resolution, and what is missing; alike on screen and on paper. */
export function ReportSections({ report }: { report: AuditReport }) {
  const { discrepancies, missing, carried } = report;
  return (
    <>
      <Head report={report} />
      <Counts counts={report.counts} />
      <section aria-label="Discrepancies">
        <h2>{counted(discrepancies.length, 'discrepancy', 'discrepancies')}</h2>
        {discrepancies.length === 0 ? <p>All that was expected was seen in its place.</p> : null}
        {discrepancies.length > 0 ? (
          <PlainTable
            label="Discrepancies"
            columns={DISCREPANCY_COLUMNS}
            rows={discrepancies}
            keyOf={({ key }) => key}
          />
        ) : null}
      </section>
      {carried.length > 0 ? (
        <section aria-label="Carried over">
          <h2>{counted(carried.length, 'discrepancy', 'discrepancies')} carried over from earlier audits</h2>
          <CarriedOver carried={carried} />
        </section>
      ) : null}
      {missing.length > 0 ? (
        <section aria-label="Missing">
          <h2>{formatCount(missing.length)} missing</h2>
          <PlainTable label="Missing devices" columns={MISSING_COLUMNS} rows={missing} keyOf={({ id }) => id} />
        </section>
      ) : null}
    </>
  );
}

function Head({ report }: { report: AuditReport }) {
  const { session, people, racks, head, headEntry } = report;
  const { signedBy, secondPerson } = session;
  return (
    <section aria-label="Audit">
      <h2>Audit</h2>
      <Facts
        label="Audit"
        facts={[
          ['Scope', session.scopeText],
          ['Level', levelLabel(session.level)],
          ['Status', statusWord(session.status).label],
          ['Auditor', session.auditor],
          ['Signed by', [signedBy, secondPerson].filter(Boolean).join(' and ')],
          ['People', people.join(', ')],
          ['Started', moment(session.startedAt)],
          ['First scan', moment(report.firstObservedAt)],
          ['Last scan', moment(report.lastObservedAt)],
          ['Signed', moment(session.signedAt)],
          [
            'Racks',
            `${formatCount(racks.filter(({ finished }) => finished).length)} of ${formatCount(racks.length)} finished`,
          ],
          ['Devices', progressText(session.progress)],
          ['Notes', session.notes],
          ['Report made', moment(report.at)],
        ]}
      />
      <p>
        Head of the change log, entry {formatCount(headEntry)}: <code className={styles.head}>{head}</code>
      </p>
    </section>
  );
}

function Counts({ counts }: { counts: AuditReport['counts'] }) {
  const classes = counts.classes.filter(({ count }) => count > 0);
  const kinds = counts.discrepancies.filter(({ count }) => count > 0);
  return (
    <section aria-label="Counts">
      <h2>Counts</h2>
      <Facts
        label="Counts"
        facts={[
          ['Observations', formatCount(counts.observations)],
          ...classes.map(
            ({ class: value, count }) =>
              [`Scans: ${classWord(value).label.toLowerCase()}`, formatCount(count)] as const,
          ),
          ...kinds.map(({ kind, count }) => [kindWord(kind).label, formatCount(count)] as const),
          ['Carried over to the next audit', counts.carriedOver > 0 ? formatCount(counts.carriedOver) : ''],
        ]}
      />
    </section>
  );
}
