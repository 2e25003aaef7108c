import type { Rejection } from '../../shared/domain/plan.ts';
import { RESOURCE_COUNT } from './amounts.ts';
import { failedRules } from './compiled-plan.ts';
import { keptFree, leastNeed } from './demand.ts';
import { reasonsOf } from './explain.ts';
import { compareText } from './figures.ts';
import type { Ranking } from './rank.ts';

/** Part of the rejected list; `rule` (a path such as `affinity[0].matchLabels.env`) keeps those that fail that rule. */
export interface RejectionPage {
  readonly offset: number;
  readonly limit: number;
  readonly rule?: string;
}

/** Verdict numbers with as many failed rules, and the rows that have them. */
interface Level {
  readonly codes: ReadonlySet<number>;
  rows: number;
}

interface Miss {
  readonly row: number;
  /** `shortage` in billionths, so that rounding does not decide. */
  readonly missing: number;
}

/** How much of a resource a rejected row lacks, its buffer included; 0 or less where it suffices. */
export function missingAmount({ plan }: Ranking, row: number, resource: number): number {
  const total = plan.columns.total[resource]?.[row] ?? 0;
  const used = plan.columns.used[resource]?.[row] ?? 0;
  const room = total - used - keptFree(total, plan.demand.buffer[resource] ?? 0);
  return leastNeed(plan.demand, plan.bookings.size > 0 ? (plan.bookings.get(row) ?? null) : null, resource) - room;
}

/** Each missing amount as a share of its need, added up: comparable over resources and units. */
export function shortage(ranking: Ranking, row: number): number {
  const { plan, scan } = ranking;
  const code = scan.codes[row] ?? 0;
  let missing = 0;
  for (let resource = 0; resource < RESOURCE_COUNT; resource++) {
    if (((code >> resource) & 1) === 0) continue;
    missing += missingAmount(ranking, row, resource) / leastNeed(plan.demand, plan.bookings.get(row) ?? null, resource);
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

function levelsOf({ plan, scan }: Ranking, rule: string | undefined): Level[] {
  const wanted = rule === undefined ? -1 : plan.rules.findIndex((entry) => entry.rule === rule);
  const levels = new Map<number, { codes: Set<number>; rows: number }>();
  scan.histogram.forEach((count, code) => {
    if (code === 0 || count === 0) return;
    const failed = failedRules(plan, code);
    if (rule !== undefined && !failed.includes(wanted)) return;
    const level = levels.get(failed.length) ?? { codes: new Set<number>(), rows: 0 };
    level.codes.add(code);
    level.rows += count;
    levels.set(failed.length, level);
  });
  return [...levels].toSorted(([left], [right]) => left - right).map(([, level]) => level);
}

/** The first `wanted` rows of a level, smallest shortage first, then name and id; a fleet is never sorted for one page. */
function firstOfLevel(ranking: Ranking, level: Level, wanted: number): number[] {
  const { names, ids } = ranking.plan.columns;
  const compare = (left: Miss, right: Miss): number =>
    left.missing - right.missing ||
    compareText(names[left.row] ?? '', names[right.row] ?? '') ||
    compareText(ids[left.row] ?? '', ids[right.row] ?? '');
  const gathered: Miss[] = [];
  const most = Math.max(1_000, wanted * 4);
  let limit = Infinity;
  ranking.scan.codes.forEach((code, row) => {
    if (code <= 0 || !level.codes.has(code)) return;
    const missing = Math.round(shortage(ranking, row) * 1e9);
    if (missing > limit) return;
    gathered.push({ row, missing });
    if (gathered.length < most) return;
    gathered.sort(compare);
    gathered.length = wanted;
    limit = gathered[wanted - 1]?.missing ?? Infinity;
  });
  return gathered
    .toSorted(compare)
    .slice(0, wanted)
    .map((miss) => miss.row);
}

/** Rejected rows from `offset`, closest misses first: fewest failed rules, then smallest shortage, then name and id. */
export function rejectedRows(ranking: Ranking, page: RejectionPage): { total: number; rows: number[] } {
  const levels = levelsOf(ranking, page.rule);
  const total = levels.reduce((sum, level) => sum + level.rows, 0);
  const rows: number[] = [];
  let passed = 0;
  for (const level of levels) {
    const from = Math.max(0, page.offset - passed);
    const upTo = Math.min(level.rows, page.offset + page.limit - passed);
    if (from < upTo) rows.push(...firstOfLevel(ranking, level, upTo).slice(from));
    passed += level.rows;
  }
  return { total, rows };
}

/** One page of the rejected computes with all their reasons, and how many there are. */
export function rejectedPage(ranking: Ranking, page: RejectionPage): { total: number; rows: Rejection[] } {
  const { total, rows } = rejectedRows(ranking, page);
  return { total, rows: rows.map((row) => rejectionOf(ranking, row)) };
}

/** Every rejected compute with every reason, one at a time, closest misses first. */
export function* rejectedAll(ranking: Ranking): Generator<Rejection> {
  for (const row of rejectedRows(ranking, { offset: 0, limit: ranking.rejectedCount }).rows)
    yield rejectionOf(ranking, row);
}
