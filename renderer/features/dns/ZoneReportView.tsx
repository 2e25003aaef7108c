import { Button } from '@mantine/core';
import type { ZoneReport } from '../../../shared/contract/dns.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Facts } from '../../ui/Facts.tsx';
import { PlainTable, type PlainColumn } from '../../ui/PlainTable.tsx';
import { counted, formatCount } from '../../ui/format.ts';
import styles from './Dns.module.css';

type ZoneProblem = ZoneReport['problems'][number];

const COLUMNS: readonly PlainColumn<ZoneProblem>[] = [
  { label: 'Line', align: 'end', cell: ({ line }) => formatCount(line) },
  { label: 'Problem', align: 'wrap', cell: ({ message }) => message },
];

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
