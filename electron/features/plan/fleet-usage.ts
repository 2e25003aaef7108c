import type { Grouping, Loaded, UsageGroup } from '../../../shared/contract/capacity.ts';
import { RESOURCE_KEYS, type ResourceKey, type ResourceVector } from '../../../shared/domain/resource.ts';
import { vectorOf } from '../../planner/amounts.ts';
import { hasBit } from '../../planner/bitset.ts';
import { amountsAt, stateAt, tagAt, type PlannerColumns } from '../../planner/columns.ts';
import { compareText } from '../../planner/figures.ts';
import { standsAt } from './stands.ts';

/** The value a row is grouped by; null where it has none. */
export type ValueOf = (row: number) => string | null;

/** Keys whose values together name a group: racks of one name stand in several rooms. */
const TAGS_OF: Readonly<Partial<Record<Grouping, readonly string[]>>> = {
  fleet: [],
  site: ['@site'],
  room: ['@site', '@room'],
  row: ['@site', '@room', '@row'],
  rack: ['@site', '@room', '@rack'],
  provider: ['@provider'],
  region: ['@region'],
  type: ['@type'],
};

/** How rows are grouped by what the columns know; null for what they do not (owner, role). */
export function groupingValue(columns: PlannerColumns, by: Grouping): ValueOf | null {
  if (by === 'state') return (row) => stateAt(columns, row);
  const keys = by.startsWith('tag:') ? [by.slice('tag:'.length)] : TAGS_OF[by];
  const last = keys?.at(-1);
  if (!keys) return null;
  if (last === undefined) return () => null;
  if (keys.length === 1) return (row) => tagAt(columns, row, last);
  return (row) => (tagAt(columns, row, last) === null ? null : keys.map((key) => tagAt(columns, row, key)).join(' · '));
}

/** Mean over the resources with a total of min(1, allocated / total); null without any. */
export function meanShare(total: ResourceVector, allocated: ResourceVector): number | null {
  const shares = RESOURCE_KEYS.filter((key) => total[key] > 0).map((key) => Math.min(1, allocated[key] / total[key]));
  return shares.length > 0 ? shares.reduce((sum, share) => sum + share, 0) / shares.length : null;
}

/** Rows in use, of all computes or of those wanted. */
export function* liveRows(columns: PlannerColumns, wanted: ReadonlySet<string> | null): Generator<number> {
  for (let row = 0; row < columns.rowCount; row++) {
    if (hasBit(columns.live, row) && (wanted === null || wanted.has(columns.ids[row] ?? ''))) yield row;
  }
}

interface Sums {
  computes: number;
  resting: number;
  readonly total: number[];
  readonly allocated: number[];
}

function emptySums(): Sums {
  return { computes: 0, resting: 0, total: RESOURCE_KEYS.map(() => 0), allocated: RESOURCE_KEYS.map(() => 0) };
}

function add(sums: Sums, columns: PlannerColumns, row: number): void {
  sums.computes++;
  if (!hasBit(columns.active, row)) sums.resting++;
  for (let resource = 0; resource < RESOURCE_KEYS.length; resource++) {
    sums.total[resource] = (sums.total[resource] ?? 0) + (columns.total[resource]?.[row] ?? 0);
    sums.allocated[resource] = (sums.allocated[resource] ?? 0) + (columns.used[resource]?.[row] ?? 0);
  }
}

function groupOf(value: string | null, sums: Sums): UsageGroup {
  const [total, allocated] = [vectorOf(sums.total), vectorOf(sums.allocated)];
  const { computes, resting } = sums;
  return { value, computes, resting, total, allocated, utilisation: meanShare(total, allocated) };
}

/** Sums of total and allocated per group, by value, computes without one last; and over all of them. */
export function usageBy(
  columns: PlannerColumns,
  valueOf: ValueOf,
  wanted: ReadonlySet<string> | null,
): { fleet: UsageGroup; groups: UsageGroup[] } {
  const fleet = emptySums();
  const groups = new Map<string | null, Sums>();
  for (const row of liveRows(columns, wanted)) {
    const value = valueOf(row);
    let sums = groups.get(value);
    if (!sums) groups.set(value, (sums = emptySums()));
    add(sums, columns, row);
    add(fleet, columns, row);
  }
  const listed = [...groups].map(([value, sums]) => groupOf(value, sums));
  return {
    fleet: groupOf(null, fleet),
    groups: listed.toSorted((left, right) =>
      left.value === null || right.value === null
        ? Number(left.value === null) - Number(right.value === null)
        : compareText(left.value, right.value),
    ),
  };
}

export function loadedAt(columns: PlannerColumns, row: number): Loaded {
  return {
    computeId: columns.ids[row] ?? '',
    compute: columns.names[row] ?? '',
    stands: standsAt(columns, row),
    state: stateAt(columns, row) ?? '',
    utilisation: (columns.measured[row] ?? 0) > 0 ? (columns.base[row] ?? 0) : null,
    total: vectorOf(amountsAt(columns.total, row)),
    allocated: vectorOf(amountsAt(columns.used, row)),
  };
}

/** What a row is ranked by; null where it has none of the resource. */
function loadOf(columns: PlannerColumns, row: number, by: 'mean' | ResourceKey): number | null {
  if (by === 'mean') return (columns.measured[row] ?? 0) > 0 ? (columns.base[row] ?? 0) : null;
  const resource = RESOURCE_KEYS.indexOf(by);
  const total = columns.total[resource]?.[row] ?? 0;
  return total > 0 ? (columns.used[resource]?.[row] ?? 0) / total : null;
}

export interface LoadQuestion {
  readonly order: 'most' | 'least';
  readonly by: 'mean' | ResourceKey;
  readonly limit: number;
}

/** The most or least used computes; those without the resource are left out. Equal ones by name, then id. */
export function mostLoaded(
  columns: PlannerColumns,
  question: LoadQuestion,
  wanted: ReadonlySet<string> | null,
): { total: number; rows: Loaded[] } {
  const direction = question.order === 'most' ? -1 : 1;
  const found: { row: number; load: number }[] = [];
  for (const row of liveRows(columns, wanted)) {
    const load = loadOf(columns, row, question.by);
    if (load !== null) found.push({ row, load });
  }
  const sorted = found.toSorted(
    (left, right) => direction * (left.load - right.load) || compareRows(columns, left.row, right.row),
  );
  return { total: found.length, rows: sorted.slice(0, question.limit).map(({ row }) => loadedAt(columns, row)) };
}

export function compareRows(columns: PlannerColumns, left: number, right: number): number {
  return (
    compareText(columns.names[left] ?? '', columns.names[right] ?? '') ||
    compareText(columns.ids[left] ?? '', columns.ids[right] ?? '')
  );
}

/** Computes with more booked than there is of some resource, by the largest share of it. */
export function overbookedComputes(columns: PlannerColumns): Loaded[] {
  const worst = (row: number): number =>
    Math.max(
      ...RESOURCE_KEYS.map((_, resource) => {
        const [total, used] = [columns.total[resource]?.[row] ?? 0, columns.used[resource]?.[row] ?? 0];
        return used > total ? (total > 0 ? used / total : Infinity) : 0;
      }),
    );
  return [...liveRows(columns, null)]
    .map((row) => ({ row, share: worst(row) }))
    .filter(({ share }) => share > 0)
    .toSorted((left, right) =>
      left.share === right.share ? compareRows(columns, left.row, right.row) : right.share - left.share,
    )
    .map(({ row }) => loadedAt(columns, row));
}
