import type { ReportSection as Section, ReportTable as Table } from '../../../shared/rules/report-sections.ts';
import { ReportSection } from '../print/ReportSection.tsx';
import { ReportTable, type ReportColumn } from '../print/ReportTable.tsx';
import { shareBar } from './ShareBar.tsx';

type Line = Table['rows'][number];

/** The columns of a table as paper draws them: what is in use stands as a bar behind the name. */
function columnsOf({ columns, rows, use }: Table): readonly ReportColumn<Line>[] {
  const drawn = columns.map(({ label, align }, index): ReportColumn<Line> => {
    return { label, ...(align ? { align } : {}), cell: (line) => line[index] };
  });
  if (!use) return drawn;
  const bar: ReportColumn<Line> = {
    label: 'Utilisation',
    cell: (line) => {
      const of = use[rows.indexOf(line)];
      return of ? shareBar(of.label, of.total, of.allocated) : null;
    },
  };
  return [...drawn.slice(0, 1), bar, ...drawn.slice(1)];
}

/** One section of a report: its tables under its title. */
export function SectionSheet({ section: { title, line, tables } }: { section: Section }) {
  return (
    <ReportSection title={title}>
      {line === undefined ? null : <p>{line}</p>}
      {tables.map((table) => (
        <ReportTable key={table.label} label={table.label} rows={table.rows} columns={columnsOf(table)} />
      ))}
    </ReportSection>
  );
}
