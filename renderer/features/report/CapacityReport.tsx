import { COMPUTE_STATES } from '../../../shared/domain/compute.ts';
import { RESOURCE_KEYS, RESOURCE_LABELS, type ResourceKey } from '../../../shared/domain/resource.ts';
import { failureFrom } from '../../bridge/failure.ts';
import { counted, formatCount, percentText } from '../../ui/format.ts';
import { quantityText } from '../noun/field-text.ts';
import { ReportSection } from '../print/ReportSection.tsx';
import { ReportTable } from '../print/ReportTable.tsx';
import { amountsOf, amountsTogether, type Amounts, type TableRow } from './report-table.ts';
import { groupedText } from './report-text.ts';
import { shareBar } from './ShareBar.tsx';
import { ROWS_ON_PAPER } from '../print/papers.ts';
import { TableFrame } from './TableFrame.tsx';
import { useReportTable } from './use-report-table.ts';

function amount(key: ResourceKey, value: number): string {
  return groupedText(quantityText(value, RESOURCE_LABELS[key].unit));
}

function share({ total, allocated }: Amounts): number | null {
  return total === 0 ? null : allocated / total;
}

/** What each compute has, carries and has left, and all of them together. */
export function CapacityReport({ query }: { query: string }) {
  const { data, error } = useReportTable({ kind: 'capacity', query });
  const rows = data?.rows ?? [];
  return (
    <TableFrame
      title="Capacity"
      fileName="Capacity"
      query={query}
      failure={error ? failureFrom(error) : null}
      files={[{ label: 'Save as CSV…', name: 'capacity.csv', text: data?.text }]}
      left={Math.max(0, rows.length - ROWS_ON_PAPER)}
    >
      <Together rows={rows} />
      <ReportSection title={counted(rows.length, 'compute', 'computes')}>
        <ReportTable
          label="Computes"
          rows={rows.slice(0, ROWS_ON_PAPER)}
          columns={[
            { label: 'Compute', cell: (row) => row['compute'] },
            { label: 'State', cell: (row) => COMPUTE_STATES.find(({ value }) => value === row['state'])?.label },
            { label: 'Services', align: 'end', cell: (row) => formatCount(Number(row['services'])) },
            ...RESOURCE_KEYS.map((key) => ({
              label: RESOURCE_LABELS[key].label,
              align: 'end' as const,
              cell: (row: TableRow) => amountsText(key, amountsOf(row, key)),
            })),
          ]}
        />
      </ReportSection>
    </TableFrame>
  );
}

/** `16 of 32 cores, 50.0 %` */
function amountsText(key: ResourceKey, use: Amounts): string {
  if (use.total === 0 && use.allocated === 0) return '–';
  return `${amount(key, use.allocated)} of ${amount(key, use.total)}, ${percentText(share(use))}`;
}

function Together({ rows }: { rows: readonly TableRow[] }) {
  const together = amountsTogether(rows);
  const lines = RESOURCE_KEYS.map((key) => ({ key, ...together[key] })).filter(
    ({ total, allocated }) => total + allocated > 0,
  );
  return (
    <ReportSection title="Together">
      <ReportTable
        label="Together"
        rows={lines}
        columns={[
          { label: 'Resource', cell: ({ key }) => RESOURCE_LABELS[key].label },
          {
            label: 'Utilisation',
            cell: ({ key, total, allocated }) => shareBar(RESOURCE_LABELS[key].label, total, allocated),
          },
          { label: 'Share', align: 'end', cell: (use) => percentText(share(use)) },
          { label: 'Total', align: 'end', cell: ({ key, total }) => amount(key, total) },
          { label: 'Allocated', align: 'end', cell: ({ key, allocated }) => amount(key, allocated) },
          { label: 'Free', align: 'end', cell: ({ key, total, allocated }) => amount(key, total - allocated) },
        ]}
      />
    </ReportSection>
  );
}
