import { Button } from '@mantine/core';
import type { ZoneChange, ZoneReport } from '../../../shared/contract/dns.ts';
import { Badge } from '../../ui/Badge.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Facts } from '../../ui/Facts.tsx';
import { PlainTable, type PlainColumn } from '../../ui/PlainTable.tsx';
import { ScrollRegion } from '../../ui/ScrollRegion.tsx';
import type { Tone } from '../../ui/ToneIcon.tsx';
import { counted, formatCount } from '../../ui/format.ts';
import styles from './Dns.module.css';

type ZoneProblem = ZoneReport['problems'][number];

const COLUMNS: readonly PlainColumn<ZoneProblem>[] = [
  { label: 'Line', align: 'end', cell: ({ line }) => formatCount(line) },
  { label: 'Problem', align: 'wrap', cell: ({ message }) => message },
];

const OUTCOMES: Readonly<Record<ZoneChange['outcome'], { readonly label: string; readonly tone: Tone }>> = {
  created: { label: 'New', tone: 'good' },
  updated: { label: 'Changed', tone: 'info' },
  removed: { label: 'Removed', tone: 'bad' },
};

const CHANGES: readonly PlainColumn<ZoneChange>[] = [
  {
    label: 'What',
    cell: ({ outcome }) => <Badge tone={OUTCOMES[outcome].tone}>{OUTCOMES[outcome].label}</Badge>,
  },
  { label: 'Line', align: 'end', cell: ({ line }) => (line === null ? '' : formatCount(line)) },
  { label: 'Name', cell: ({ name }) => name },
  { label: 'Type', cell: ({ type }) => type },
  { label: 'Value', align: 'wrap', cell: ({ value }) => value },
  { label: 'TTL', align: 'end', cell: ({ ttlSeconds }) => formatCount(ttlSeconds) },
  { label: 'Changes', cell: ({ changes }) => changes.join(', ') },
];

/** The records that an import is about, those that stay as they are left out. */
function ZoneChanges({ report: { shown, created, updated, removed } }: { report: ZoneReport }) {
  const total = created + updated + removed;
  if (shown.length === 0) return null;
  return (
    <>
      <ScrollRegion label="Changes of the zone" className={styles.wide}>
        <PlainTable
          label="Changes"
          columns={CHANGES}
          rows={shown}
          keyOf={({ outcome, name, type, value }) => `${outcome} ${name} ${type} ${value}`}
        />
      </ScrollRegion>
      {total > shown.length ? (
        <p className={styles.note}>
          The first {formatCount(shown.length)} of {formatCount(total)}.
        </p>
      ) : null}
    </>
  );
}

/** What an import would do, or did; a file with problems is refused, each with its line. */
export function ZoneReportView({ report, onWrite }: { report: ZoneReport; onWrite?: () => void }) {
  const { zone, created, updated, unchanged, removed, problems } = report;
  const changes = created + updated + removed;
  if (problems.length > 0)
    return (
      <section className={styles.report} aria-label="Refused">
        <h2>{counted(problems.length, 'line', 'lines')} cannot be taken</h2>
        <p className={styles.note}>Nothing is written while the file has a problem. Mend it and choose it again.</p>
        <div className={styles.wide}>
          <PlainTable
            label="Problems"
            columns={COLUMNS}
            rows={problems}
            keyOf={({ line, message }) => `${line} ${message}`}
          />
        </div>
      </section>
    );
  return (
    <section className={styles.report} aria-label={onWrite ? 'What it would do' : 'What it did'}>
      <h2>{zone}</h2>
      <Facts
        label="Records"
        facts={[
          ['New', formatCount(created)],
          ['Changed', formatCount(updated)],
          ['As they are', formatCount(unchanged)],
          ['Removed', removed > 0 ? formatCount(removed) : ''],
        ]}
      />
      <ZoneChanges report={report} />
      {onWrite && changes === 0 ? (
        <EmptyState title="Nothing would change">The records on record are those of the file.</EmptyState>
      ) : null}
      {onWrite && changes > 0 ? (
        <div>
          <Button onClick={onWrite}>Import {counted(changes, 'change', 'changes')}</Button>
        </div>
      ) : null}
    </section>
  );
}
