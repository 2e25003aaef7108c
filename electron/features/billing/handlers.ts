import { implement } from '@orpc/server';
import { billingContract, type BillingTotalsRow, type DueRow } from '../../../shared/contract/billing.ts';
import { sumMoney } from '../../../shared/domain/money.ts';
import { definitionOf } from '../../../shared/domain/nouns.ts';
import { costPerYear } from '../../../shared/rules/costs.ts';
import type { EngineContext } from '../../session/context.ts';
import { idsOf } from '../object/list-repository.ts';
import { costsBy, dueBetween, type CostRow } from './repository.ts';

const os = implement(billingContract).$context<EngineContext>();

export const billingHandlers = {
  due: os.due.handler(({ input, context }): DueRow[] => {
    const from = input.from ?? new Date().toISOString().slice(0, 10);
    const until = addDays(from, input.days);
    return dueBetween(context.session().read, input.overdue ? '0001-01-01' : from, until).map((row) => ({
      ...row,
      daysLeft: daysBetween(from, row.date),
    }));
  }),
  totals: os.totals.handler(({ input, context }) => {
    const { read } = context.session();
    const ids = input.query.trim() === '' ? null : idsOf(read, definitionOf('compute'), input.query);
    return totalsOf(costsBy(read, input.by, ids));
  }),
};

const DAY_MILLISECONDS = 86_400_000;

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MILLISECONDS);
}

function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY_MILLISECONDS).toISOString().slice(0, 10);
}

function totalsOf(rows: readonly CostRow[]): BillingTotalsRow[] {
  const groups = Map.groupBy(rows, ({ value, currency }) => JSON.stringify([value, currency]));
  const totals = [...groups.values()].map((group) => ({
    value: group[0]?.value ?? null,
    currency: group[0]?.currency ?? '',
    computes: group.length,
    monthlyCost: sumMoney(group.flatMap(({ monthlyCost }) => monthlyCost ?? [])),
    annualCost: sumMoney(group.flatMap(({ annualCost }) => annualCost ?? [])),
    perYear: sumMoney(group.map(({ monthlyCost, annualCost }) => costPerYear(monthlyCost, annualCost))),
  }));
  // Those without a value come last.
  const order = (row: BillingTotalsRow) =>
    `${row.value === null ? '1' : '0'} ${row.value?.toLowerCase() ?? ''} ${row.currency}`;
  return totals.toSorted((left, right) => (order(left) < order(right) ? -1 : 1));
}
