import type { ComputeReport } from '../../../shared/domain/compute-report.ts';
import { JOURNAL_CATEGORIES } from '../../../shared/domain/journal-entry.ts';
import { oneLine } from '../../../shared/rules/one-line.ts';
import { Markdown } from '../../ui/Markdown.tsx';
import { counted, formatMoment } from '../../ui/format.ts';
import styles from '../print/Report.module.css';
import { ReportSection } from '../print/ReportSection.tsx';
import { ReportTable } from '../print/ReportTable.tsx';

const LINE = 160;

type Entry = ComputeReport['journal'][number];

function categoryText({ category }: Entry): string {
  return JOURNAL_CATEGORIES.find(({ value }) => value === category)?.label ?? category;
}

/** The newest entries, a line each; or the whole journal as it was written. */
export function JournalSheet({ report, whole }: { report: ComputeReport; whole: boolean }) {
  const { journal, journalCount } = report;
  if (journal.length === 0) return null;
  return (
    <ReportSection title="Journal">
      {whole ? <Entries entries={journal} /> : <Lines entries={journal} />}
      {journalCount > journal.length ? (
        <p className={styles.note}>
          The newest {journal.length} of {counted(journalCount, 'entry', 'entries')}.
        </p>
      ) : null}
    </ReportSection>
  );
}

function Lines({ entries }: { entries: readonly Entry[] }) {
  return (
    <ReportTable
      label="Journal"
      rows={entries}
      columns={[
        { label: 'Time', cell: ({ at }) => formatMoment(at) },
        { label: 'Category', cell: categoryText },
        { label: 'By', cell: ({ createdBy }) => createdBy },
        { label: 'Entry', cell: ({ content }) => oneLine(content, LINE) },
      ]}
    />
  );
}

function Entries({ entries }: { entries: readonly Entry[] }) {
  return (
    <ol className={styles.entries} aria-label="Journal">
      {entries.map((entry, index) => (
        <li key={index}>
          <h4>
            {formatMoment(entry.at)} · {categoryText(entry)} · {entry.createdBy ?? 'unknown'}
          </h4>
          {entry.format === 'markdown' ? (
            <Markdown text={entry.content} />
          ) : (
            <p className={styles.typed}>{entry.content}</p>
          )}
        </li>
      ))}
    </ol>
  );
}
