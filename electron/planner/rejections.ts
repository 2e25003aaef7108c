import type { Rejection } from '../../shared/domain/plan.ts';
import { RESOURCE_COUNT } from './amounts.ts';
import { failedRules } from './compiled-plan.ts';
import { leastNeed, readRoom } from './demand.ts';
import { reasonsOf } from './explain.ts';
import { compareText } from './figures.ts';
import type { Ranking } from './rank.ts';

/** Part of the rejected list; `rule` (a path such as `affinity[0].matchLabels.env`) keeps those that fail that rule. */
export interface RejectionPage {
  readonly offset: number;
  readonly limit: number;
  readonly rule?: string;
}

/** Each missing amount as a share of its need, added up: comparable over resources and units. */
export function shortage(ranking: Ranking, row: number): number {
  const { columns, demand, bookings } = ranking.plan;
  const code = ranking.scan.codes[row] ?? 0;
  const room = new Float64Array(RESOURCE_COUNT);
  readRoom(room, columns, demand, row);
  let missing = 0;
  for (let resource = 0; resource < RESOURCE_COUNT; resource++) {
    if (((code >> resource) & 1) === 0) continue;
    const need = leastNeed(demand, bookings.get(row) ?? null, resource);
    missing += (need - (room[resource] ?? 0)) / need;
  }
  return missing;
}

function rejectionOf({ plan, scan }: Ranking, row: number): Rejection {
  const reasons = reasonsOf(plan, row, scan.codes[row] ?? 0);
  return {
    computeId: plan.columns.ids[row] ?? '',
    compute: plan.columns.names[row] ?? '',
    verdict: 'rejected',
    reasons,
  };
}

/** Rejected rows, closest misses first: fewest failed rules, then smallest shortage, then name and id. */
export function rejectedRows(ranking: Ranking, rule?: string): number[] {
  const { plan, scan } = ranking;
  const { names, ids } = plan.columns;
  const wanted = rule === undefined ? -1 : plan.rules.findIndex((entry) => entry.rule === rule);
  const failed = new Map<number, readonly number[]>();
  scan.histogram.forEach((count, code) => {
    if (code > 0 && count > 0) failed.set(code, failedRules(plan, code));
  });
  const rows: { row: number; failures: number; missing: number }[] = [];
  scan.codes.forEach((code, row) => {
    if (code <= 0) return;
    const failures = failed.get(code) ?? [];
    if (rule !== undefined && !failures.includes(wanted)) return;
    rows.push({ row, failures: failures.length, missing: shortage(ranking, row) });
  });
  return rows
    .toSorted(
      (left, right) =>
        left.failures - right.failures ||
        Math.round((left.missing - right.missing) * 1e9) ||
        compareText(names[left.row] ?? '', names[right.row] ?? '') ||
        compareText(ids[left.row] ?? '', ids[right.row] ?? ''),
    )
    .map((entry) => entry.row);
}

/** One page of the rejected computes with all their reasons, and how many there are. */
export function rejectedPage(ranking: Ranking, page: RejectionPage): { total: number; rows: Rejection[] } {
  const rows = rejectedRows(ranking, page.rule);
  const shown = rows.slice(page.offset, page.offset + page.limit);
  return { total: rows.length, rows: shown.map((row) => rejectionOf(ranking, row)) };
}

/** Every rejected compute with every reason, one at a time, closest misses first. */
export function* rejectedAll(ranking: Ranking): Generator<Rejection> {
  for (const row of rejectedRows(ranking)) yield rejectionOf(ranking, row);
}
