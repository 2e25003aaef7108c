import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState, type ReactNode } from 'react';
import type { BillingTotalsRow, DueRow } from '../../../shared/contract/billing.ts';
import { formatMoney } from '../../../shared/domain/money.ts';
import { api } from '../../bridge/client.ts';
import { failureFrom } from '../../bridge/failure.ts';
import { Badge } from '../../ui/Badge.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Page } from '../../ui/Page.tsx';
import { PlainTable, type PlainColumn } from '../../ui/PlainTable.tsx';
import { counted, formatCount } from '../../ui/format.ts';
import { hrefOf, objectHref } from '../../ui/location.ts';
import { ReportLink } from '../noun/ReportLink.tsx';
import styles from './Contracts.module.css';
import { dueTone, dueText, groupingOf } from './contract-text.ts';

const DAYS = [30, 90, 180, 365] as const;

function money(amount: string | null, currency: string): string {
  return amount === null ? '' : formatMoney(amount, currency);
}

const DUE_COLUMNS: readonly PlainColumn<DueRow>[] = [
  {
    label: 'Compute',
    cell: ({ computeId, compute }) => <a href={objectHref('compute', computeId) ?? '#'}>{compute}</a>,
  },
  { label: 'What', cell: ({ kind }) => (kind === 'renewal' ? 'Renewal' : 'Contract end') },
  { label: 'Date', cell: ({ date }) => date },
  {
    label: 'Left',
    cell: ({ daysLeft }) => (
      <Badge plain tone={dueTone(daysLeft)}>
        {dueText(daysLeft)}
      </Badge>
    ),
  },
  { label: 'Provider', cell: ({ provider }) => provider },
  { label: 'Owner', cell: ({ owner }) => owner },
  { label: 'Monthly', align: 'end', cell: ({ monthlyCost, currency }) => money(monthlyCost, currency) },
  { label: 'Annual', align: 'end', cell: ({ annualCost, currency }) => money(annualCost, currency) },
];

const TOTAL_COLUMNS: readonly PlainColumn<BillingTotalsRow>[] = [
  { label: 'For', cell: ({ value }) => value ?? <em>none</em> },
  { label: 'Currency', cell: ({ currency }) => currency },
  { label: 'Computes', align: 'end', cell: ({ computes }) => formatCount(computes) },
  { label: 'Monthly', align: 'end', cell: ({ monthlyCost, currency }) => money(monthlyCost, currency) },
  { label: 'Annual', align: 'end', cell: ({ annualCost, currency }) => money(annualCost, currency) },
  {
    label: 'Per year',
    align: 'end',
    cell: ({ perYear, currency }) => <strong>{money(perYear, currency)}</strong>,
  },
];

/** What ends or renews soon, and what the fleet costs by any grouping. */
export function ContractsView({ tabs }: { tabs: ReactNode }) {
  return (
    <Page title="Fleet" actions={<ReportLink href={hrefOf(['report', 'costs'])} />} bar={tabs}>
      <div className={styles.view}>
        <Due />
        <Totals />
      </div>
    </Page>
  );
}

function Due() {
  const [days, setDays] = useState<number>(90);
  const [overdue, setOverdue] = useState(true);
  const { data } = useQuery({
    ...api.billing.due.queryOptions({ input: { days, overdue } }),
    placeholderData: keepPreviousData,
  });
  return (
    <section aria-label="Contracts due">
      <div className={styles.head}>
        <h2>Ends or renews</h2>
        <NativeSelect
          aria-label="Within"
          value={String(days)}
          onChange={(event) => setDays(Number(event.currentTarget.value))}
        >
          {DAYS.map((count) => (
            <option key={count} value={count}>
              in the next {count} days
            </option>
          ))}
        </NativeSelect>
        <Checkbox
          label="with what is overdue"
          checked={overdue}
          onChange={(event) => setOverdue(event.currentTarget.checked)}
        />
        <span className={styles.note}>{data ? counted(data.length, 'date', 'dates') : ''}</span>
      </div>
      {data?.length === 0 ? (
        <EmptyState title="Nothing is due">Contract ends and renewal dates stand with each compute.</EmptyState>
      ) : (
        <PlainTable
          label="Contracts due"
          columns={DUE_COLUMNS}
          rows={data ?? []}
          keyOf={({ computeId, kind }) => `${computeId} ${kind}`}
        />
      )}
    </section>
  );
}

function Totals() {
  const [by, setBy] = useState('provider');
  const [tag, setTag] = useState('');
  const [query, setQuery] = useState('');
  const grouping = useDeferredValue(groupingOf(by, tag));
  const filter = useDeferredValue(query);
  const { data, error } = useQuery({
    ...api.billing.totals.queryOptions({ input: { by: grouping ?? 'all', query: filter } }),
    enabled: grouping !== null,
    placeholderData: keepPreviousData,
  });
  return (
    <section aria-label="Costs">
      <div className={styles.head}>
        <h2>Costs</h2>
        <NativeSelect aria-label="By" value={by} onChange={(event) => setBy(event.currentTarget.value)}>
          <option value="provider">by provider</option>
          <option value="region">by region</option>
          <option value="group">by group</option>
          <option value="group tree">by group, with the groups in it</option>
          <option value="owner">by owner</option>
          <option value="role">by role</option>
          <option value="type">by type</option>
          <option value="state">by state</option>
          <option value="tag">by tag…</option>
          <option value="all">all together</option>
        </NativeSelect>
        {by === 'tag' ? (
          <TextInput
            aria-label="Tag"
            placeholder="env"
            value={tag}
            onChange={(event) => setTag(event.currentTarget.value)}
          />
        ) : null}
        <TextInput
          aria-label="Filter computes"
          placeholder="Filter: role:db provider:a*"
          value={query}
          error={error ? failureFrom(error).message : null}
          onChange={(event) => setQuery(event.currentTarget.value)}
        />
      </div>
      <PlainTable
        label="Costs"
        columns={TOTAL_COLUMNS}
        rows={data ?? []}
        keyOf={({ value, currency }) => `${value ?? ''} ${currency}`}
      />
    </section>
  );
}
