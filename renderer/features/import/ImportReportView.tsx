import type { ImportReport } from '../../../shared/contract/import.ts';
import { findNoun } from '../../../shared/domain/nouns.ts';
import { PlainTable, type PlainColumn } from '../../ui/PlainTable.tsx';
import { counted, formatCount } from '../../ui/format.ts';
import styles from './ImportPage.module.css';
import { figuresOf } from './import-figures.ts';

type Refused = ImportReport['refused'][number];
type Repeated = ImportReport['repeated'][number];
type NounCounts = readonly [noun: string, counts: ImportReport['byNoun'][string]];

const LISTED = 500;

const COUNT_COLUMNS: readonly PlainColumn<NounCounts>[] = [
  { label: 'Kind', cell: ([noun]) => findNoun(noun)?.plural ?? noun },
  { label: 'New', align: 'end', cell: ([, counts]) => formatCount(counts.created) },
  { label: 'Changed', align: 'end', cell: ([, counts]) => formatCount(counts.updated) },
  { label: 'Same', align: 'end', cell: ([, counts]) => formatCount(counts.unchanged) },
];

const REFUSED_COLUMNS: readonly PlainColumn<Refused>[] = [
  { label: 'File', align: 'wrap', cell: (row) => row.file },
  { label: 'Line', align: 'end', cell: (row) => row.line },
  { label: 'Reason', align: 'wrap', cell: (row) => row.reason },
];

const REPEATED_COLUMNS: readonly PlainColumn<Repeated>[] = [
  { label: 'Key', cell: (row) => row.key },
  { label: 'Taken', align: 'wrap', cell: (row) => row.taken },
  { label: 'Also in', align: 'wrap', cell: (row) => row.files.filter((file) => file !== row.taken).join(', ') },
];

/** What an import would do, or did. */
export function ImportReportView({ report, done }: { report: ImportReport; done: boolean }) {
  const { created, updated, unchanged } = figuresOf(report);
  const figures = [
    [created, done ? 'new' : 'would be new'],
    [updated, done ? 'changed' : 'would change'],
    [unchanged, 'the same'],
    [report.refused.length, 'refused'],
    [report.ignored, 'of another kind, ignored'],
  ] as const;
  return (
    <>
      <ul className={styles.figures} aria-label="Figures">
        {figures.map(([count, label]) => (
          <li key={label}>
            <strong>{formatCount(count)}</strong> {label}
          </li>
        ))}
      </ul>
      <PlainTable
        label="By kind"
        columns={COUNT_COLUMNS}
        rows={Object.entries(report.byNoun)}
        keyOf={([noun]) => noun}
      />
      {report.refused.length > 0 ? (
        <section className={styles.section}>
          <h2>{counted(report.refused.length, 'file refused', 'files refused')}</h2>
          <PlainTable
            label="Refused files"
            columns={REFUSED_COLUMNS}
            rows={report.refused.slice(0, LISTED)}
            keyOf={(row) => `${row.file}:${row.line}:${row.reason}`}
          />
          {report.refused.length > LISTED ? <p>… and {formatCount(report.refused.length - LISTED)} more</p> : null}
        </section>
      ) : null}
      {report.repeated.length > 0 ? (
        <section className={styles.section}>
          <h2>{counted(report.repeated.length, 'key', 'keys')} in more than one file: the last file is taken</h2>
          <PlainTable
            label="Repeated keys"
            columns={REPEATED_COLUMNS}
            rows={report.repeated.slice(0, LISTED)}
            keyOf={(row) => row.key}
          />
        </section>
      ) : null}
    </>
  );
}
