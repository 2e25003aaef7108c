import { setImmediate as nextTurn } from 'node:timers/promises';
import { RESOURCE_KEYS, type ResourceKey } from '../../../shared/domain/resource.ts';
import { costPerYear } from '../../../shared/rules/costs.ts';
import { csvLine, guarded } from '../../../shared/rules/csv.ts';
import type { ReadDatabase } from '../../db/connection.ts';
import { capacityRows, costRows, type CapacityRow, type ReportedCompute } from './repository.ts';

export type TableKind = 'capacity' | 'costs' | 'renewals';

interface Table {
  readonly heads: readonly string[];
  readonly rows: (database: ReadDatabase, ids: readonly string[]) => string[][];
}

const UNITS: Readonly<Record<ResourceKey, string>> = { cores: '', memory: '_mb', vram: '_mb', nvme: '_gb', gpu: '' };
const DAY_MILLISECONDS = 86_400_000;
const COMPUTES_PER_PART = 1000;

function texts(...values: (string | null)[]): string[] {
  return values.map((value) => guarded(value ?? ''));
}

/** Amounts of a resource and its utilisation in per cent; empty where there is none of it. */
function amounts(row: CapacityRow, key: ResourceKey): string[] {
  const [total, allocated] = [row[key], row[`${key}_allocated`]];
  const share = total === 0 ? '' : ((allocated / total) * 100).toFixed(1);
  return [String(total), String(allocated), String(total - allocated), share];
}

const CAPACITY: Table = {
  heads: [
    'compute',
    'type',
    'state',
    'provider',
    'region',
    'services',
    ...RESOURCE_KEYS.flatMap((key) => [
      `${key}${UNITS[key]}`,
      `${key}_allocated${UNITS[key]}`,
      `${key}_free${UNITS[key]}`,
      `${key}_percent`,
    ]),
  ],
  rows: (database, ids) =>
    capacityRows(database, ids).map((row) => [
      ...texts(row.name, row.type, row.state, row.provider, row.region),
      String(row.services),
      ...RESOURCE_KEYS.flatMap((key) => amounts(row, key)),
    ]),
};

const COST_HEADS = [
  'compute',
  'provider',
  'region',
  'role',
  'owner',
  'state',
  'currency',
  'monthly_cost',
  'annual_cost',
];

function costCells(row: ReportedCompute): string[] {
  const { name, provider, region, role, owner, state, currency, monthlyCost, annualCost } = row;
  return [...texts(name, provider, region, role, owner, state, currency), monthlyCost ?? '', annualCost ?? ''];
}

const COSTS: Table = {
  heads: [...COST_HEADS, 'cost_per_year', 'contract_end', 'renewal_date'],
  rows: (database, ids) =>
    costRows(database, ids).map((row) => {
      const known = row.monthlyCost !== null || row.annualCost !== null;
      const year = known ? costPerYear(row.monthlyCost, row.annualCost) : '';
      return [...costCells(row), year, row.contractEnd ?? '', row.renewalDate ?? ''];
    }),
};

function renewals(today: string, days: number): Table {
  const until = new Date(Date.parse(today) + days * DAY_MILLISECONDS).toISOString().slice(0, 10);
  const daysLeft = (date: string) => String(Math.round((Date.parse(date) - Date.parse(today)) / DAY_MILLISECONDS));
  return {
    heads: ['date', 'days_left', 'what', ...COST_HEADS],
    rows: (database, ids) =>
      costRows(database, ids).flatMap((row) =>
        (
          [
            [row.contractEnd, 'contract end'],
            [row.renewalDate, 'renewal'],
          ] as const
        ).flatMap(([date, what]) =>
          date !== null && date >= today && date <= until ? [[date, daysLeft(date), what, ...costCells(row)]] : [],
        ),
      ),
  };
}

/** A table about computes as CSV, a thousand computes at a time in the order of `ids`; the header comes with the first. */
export async function* tableCsv(
  database: ReadDatabase,
  kind: TableKind,
  ids: readonly string[],
  days: number,
  signal: AbortSignal | undefined,
): AsyncGenerator<{ text: string; rows: number }, void, void> {
  const today = new Date().toISOString().slice(0, 10);
  const table = kind === 'capacity' ? CAPACITY : kind === 'costs' ? COSTS : renewals(today, days);
  yield { text: csvLine(table.heads), rows: 0 };
  for (let first = 0; first < ids.length; first += COMPUTES_PER_PART) {
    if (signal?.aborted) return;
    const rows = table.rows(database, ids.slice(first, first + COMPUTES_PER_PART));
    yield { text: rows.map(csvLine).join(''), rows: rows.length };
    await nextTurn();
  }
}
