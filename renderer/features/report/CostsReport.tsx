import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { formatMoney } from '../../../shared/domain/money.ts';
import { api } from '../../bridge/client.ts';
import { failureFrom } from '../../bridge/failure.ts';
import { formatCount } from '../../ui/format.ts';
import { ReportSection } from '../print/ReportSection.tsx';
import { ReportTable } from '../print/ReportTable.tsx';
import type { TableRow } from './report-table.ts';
import { ROWS_ON_PAPER } from '../print/papers.ts';
import { TableFrame } from './TableFrame.tsx';
import { useReportTable } from './use-report-table.ts';

const DAYS = [30, 90, 180, 365, 730] as const;

function money(row: TableRow, key: string): string {
  const text = row[key] ?? '';
  return text === '' ? '' : formatMoney(text, row['currency'] ?? null);
}

/** What ends or renews soon, what the fleet costs, and the costs of each compute. */
export function CostsReport({ query }: { query: string }) {
  const [days, setDays] = useState<number>(90);
  const renewals = useReportTable({ kind: 'renewals', query, days });
  const costs = useReportTable({ kind: 'costs', query });
  const error = costs.error ?? renewals.error;
  const rows = costs.data?.rows ?? [];
  return (
    <TableFrame
      title="Costs and renewals"
      fileName="Costs and renewals"
      query={query}
      failure={error ? failureFrom(error) : null}
      files={[
        { label: 'Save costs as CSV…', name: 'costs.csv', text: costs.data?.text },
        { label: 'Save renewals as CSV…', name: 'renewals.csv', text: renewals.data?.text },
      ]}
      left={Math.max(0, rows.length - ROWS_ON_PAPER)}
      controls={
        <NativeSelect
          aria-label="Within"
          value={String(days)}
          onChange={(event) => setDays(Number(event.currentTarget.value))}
          data={DAYS.map((count) => ({ value: String(count), label: `next ${count} days` }))}
        />
      }
    >
      <Renewals rows={renewals.data?.rows ?? []} days={days} />
      <Totals query={query} />
      <ReportSection title="Costs of each compute">
        {rows.length === 0 ? (
          <p>No compute has a cost, a contract end or a renewal date.</p>
        ) : (
          <ReportTable label="Costs of each compute" rows={rows.slice(0, ROWS_ON_PAPER)} columns={COST_COLUMNS} />
        )}
      </ReportSection>
    </TableFrame>
  );
}

const COST_COLUMNS = [
  { label: 'Compute', cell: (row: TableRow) => row['compute'] },
  { label: 'Provider', cell: (row: TableRow) => row['provider'] },
  { label: 'Region', cell: (row: TableRow) => row['region'] },
  { label: 'Owner', cell: (row: TableRow) => row['owner'] },
  { label: 'Monthly', align: 'end' as const, cell: (row: TableRow) => money(row, 'monthly_cost') },
  { label: 'Annual', align: 'end' as const, cell: (row: TableRow) => money(row, 'annual_cost') },
  { label: 'Per year', align: 'end' as const, cell: (row: TableRow) => money(row, 'cost_per_year') },
  { label: 'Contract end', cell: (row: TableRow) => row['contract_end'] },
  { label: 'Renewal date', cell: (row: TableRow) => row['renewal_date'] },
];

function Renewals({ rows, days }: { rows: readonly TableRow[]; days: number }) {
  const soonest = rows.toSorted((one, other) => (one['date'] ?? '').localeCompare(other['date'] ?? ''));
  return (
    <ReportSection title={`Ends or renews in the next ${days} days`}>
      {rows.length === 0 ? (
        <p>Nothing ends or renews in this time.</p>
      ) : (
        <ReportTable
          label="Ends or renews"
          rows={soonest.slice(0, ROWS_ON_PAPER)}
          columns={[
            { label: 'Date', cell: (row) => row['date'] },
            { label: 'Days left', align: 'end', cell: (row) => row['days_left'] },
            { label: 'What', cell: (row) => row['what'] },
            { label: 'Compute', cell: (row) => row['compute'] },
            { label: 'Provider', cell: (row) => row['provider'] },
            { label: 'Owner', cell: (row) => row['owner'] },
            { label: 'Monthly', align: 'end', cell: (row) => money(row, 'monthly_cost') },
            { label: 'Annual', align: 'end', cell: (row) => money(row, 'annual_cost') },
          ]}
        />
      )}
    </ReportSection>
  );
}

/** Sums per provider and currency, never across currencies. */
function Totals({ query }: { query: string }) {
  const { data } = useQuery(api.billing.totals.queryOptions({ input: { by: 'provider', query } }));
  if (!data || data.length === 0) return null;
  return (
    <ReportSection title="Costs by provider">
      <ReportTable
        label="Costs by provider"
        rows={data}
        columns={[
          { label: 'Provider', cell: ({ value }) => value ?? 'none' },
          { label: 'Computes', align: 'end', cell: ({ computes }) => formatCount(computes) },
          { label: 'Monthly', align: 'end', cell: ({ monthlyCost, currency }) => formatMoney(monthlyCost, currency) },
          { label: 'Annual', align: 'end', cell: ({ annualCost, currency }) => formatMoney(annualCost, currency) },
          { label: 'Per year', align: 'end', cell: ({ perYear, currency }) => formatMoney(perYear, currency) },
        ]}
      />
    </ReportSection>
  );
}
