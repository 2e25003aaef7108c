import { balanceLook, type BalanceLook } from './balance.ts';
import { createBestRows } from './best.ts';
import type { AmountColumn } from './columns.ts';
import type { CompiledPlan } from './compiled-plan.ts';
import { BASIS_STEPS, keptFree, readRoom, resourceFailures } from './demand.ts';
import { createFigures, readFigures, type Figures } from './figures.ts';
import type { Scan } from './kernel.ts';
import { FREE_ROW, RESOURCE_BITS } from './patterns.ts';
import { BOOKS_LESS, createThreshold, keepByScore, keepByUtilisation, type Threshold } from './threshold.ts';

const INT32_MAX = 2 ** 31 - 1;

/** One asked-for resource, ready for the loop. */
export interface Slot {
  readonly totals: AmountColumn;
  /** Booked, plus what the buffer keeps free. */
  readonly taken: AmountColumn;
  /** Amounts for all instances; -Infinity where nothing is asked, so that it always passes. */
  readonly least: number;
  readonly most: number;
  readonly resource: number;
  /** Per instance: the minimum, and what max adds to it. */
  readonly min: number;
  readonly range: number;
}

/** One scan on its way. */
export interface Pass {
  readonly plan: CompiledPlan;
  readonly codes: Int32Array<ArrayBuffer>;
  /** Rows per rejected code; candidates are counted at the end. */
  readonly histogram: Int32Array<ArrayBuffer>;
  readonly threshold: Threshold;
  readonly figures: Figures;
  readonly balance: BalanceLook;
}

/**
 * What every kernel shares: rows where the service already runs, and every row when each resource is judged on its own, are
 * judged exactly one by one; all others go through `scanRows`, which sees them in `pass.codes` and leaves FREE_ROW alone.
 */
export function scanWith(plan: CompiledPlan, scanRows: (pass: Pass, slots: readonly Slot[]) => void): Scan {
  const { codes } = plan.patterns;
  const booked = [...plan.bookings.keys()].map((row) => ({ row, code: codes[row] ?? FREE_ROW }));
  for (const { row } of booked) codes[row] = FREE_ROW;
  const size = Math.max(1, Math.min(plan.request.top, codes.length));
  const best = createBestRows(plan, size);
  const pass: Pass = {
    plan,
    codes,
    histogram: new Int32Array(plan.patterns.members.length << RESOURCE_BITS),
    threshold: createThreshold(plan.shape, size, best.absorb),
    figures: createFigures(),
    balance: balanceLook(plan),
  };
  const slots = slotsOf(plan);
  if (plan.request.judgeEachResource || slots.length === 0) codes.forEach((code, row) => judgeRow(pass, row, code));
  else scanRows(pass, slots);
  for (const { row, code } of booked) judgeRow(pass, row, code);
  best.absorb(pass.threshold);
  const rejected = pass.histogram.reduce((sum, count, code) => (code > 0 ? sum + count : sum), 0);
  const candidateCount = plan.columns.computeCount - rejected;
  pass.histogram[0] = candidateCount;
  return { codes, candidateCount, histogram: pass.histogram, best: best.rows };
}

function slotsOf({ columns, demand }: CompiledPlan): Slot[] {
  return demand.max.flatMap((amount, resource): Slot[] => {
    const [totals, used] = [columns.total[resource], columns.used[resource]];
    if (amount === 0 || !totals || !used) return [];
    const fraction = demand.buffer[resource] ?? 0;
    const taken = fraction > 0 ? withKept(totals, used, fraction, resource) : used;
    const min = demand.min[resource] ?? 0;
    const least = min > 0 ? demand.quantity * min : -Infinity;
    return [{ totals, taken, least, most: demand.quantity * amount, resource, min, range: amount - min }];
  });
}

/** Booked plus kept free; what passes the range of an Int32 leaves no room anyway, so it is cut there. */
function withKept(totals: AmountColumn, used: AmountColumn, fraction: number, resource: number): AmountColumn {
  if (totals instanceof Int32Array && used instanceof Int32Array)
    return withKeptInt32(totals, used, fraction, resource);
  const most = used instanceof Int32Array ? INT32_MAX : Infinity;
  const taken = used.slice();
  for (let row = 0; row < taken.length; row++) {
    taken[row] = Math.min(most, (taken[row] ?? 0) + keptFree(totals[row] ?? 0, fraction));
  }
  return taken;
}

/**
 * Columns that are written anew by each scan and read by it alone. Memory fresh from the system costs more than filling it
 * does, so they are kept.
 */
const scratch: Int32Array<ArrayBuffer>[] = [];

function scratchFor(resource: number, length: number): Int32Array<ArrayBuffer> {
  const kept = scratch[resource];
  if (kept && kept.length >= length) return kept;
  const made = new Int32Array(length);
  scratch[resource] = made;
  return made;
}

/** The common case by itself, since a loop over one kind of array is several times as fast. */
function withKeptInt32(
  totals: Int32Array<ArrayBuffer>,
  used: Int32Array<ArrayBuffer>,
  fraction: number,
  resource: number,
): AmountColumn {
  const taken = scratchFor(resource, used.length);
  for (let row = 0; row < used.length; row++) {
    const sum = (used[row] ?? 0) + keptFree(totals[row] ?? 0, fraction);
    taken[row] = sum > INT32_MAX ? INT32_MAX : sum;
  }
  return taken;
}

/** Exact and slower: for rows where the service already runs, and for judging each resource on its own. */
function judgeRow(pass: Pass, row: number, rowCode: number): void {
  if (rowCode === FREE_ROW) return;
  const { plan, codes, histogram, figures, threshold } = pass;
  const { room } = figures.allotment;
  readRoom(room, plan.columns, plan.demand, row);
  const code = rowCode | resourceFailures(room, plan.demand, plan.bookings.get(row) ?? null);
  codes[row] = code;
  histogram[code] = (histogram[code] ?? 0) + 1;
  if (code !== 0) return;
  readFigures(figures, plan, row);
  keepByScore(threshold, row, figures.score);
}

/**
 * A candidate whose max does not fit and that books the largest common step (demand.ts). Its utilisation, like that of
 * a whole booking, differs from the exact one by rounding only.
 */
export function keepLess({ plan, threshold }: Pass, row: number, slots: readonly Slot[]): void {
  // Once the best all book their max at the highest score there is, a row that books less ranks behind them.
  if (threshold.imbalance < Infinity) return;
  const { quantity } = plan.demand;
  const base = plan.columns.base[row] ?? 0;
  if (plan.columns.measured[row] === 0) keepByScore(threshold, row, 0);
  if (plan.columns.measured[row] === 0 || base > threshold.high) return;
  let step = BASIS_STEPS;
  for (const { totals, taken, range, min } of slots) {
    if (range === 0) continue;
    const above = Math.max(0, Math.floor(((totals[row] ?? 0) - (taken[row] ?? 0)) / quantity) - min);
    step = Math.min(step, Math.ceil(((above + 1) * BASIS_STEPS) / range) - 1);
  }
  let added = 0;
  for (const { totals, range, min } of slots) {
    const amount = quantity * (min + Math.floor((range * step) / BASIS_STEPS));
    if (amount > 0) added += amount / (totals[row] ?? 0);
  }
  const utilisation = base + added / (plan.columns.measured[row] ?? 1);
  if (utilisation >= threshold.low && utilisation <= threshold.high)
    keepByUtilisation(threshold, row, utilisation, BOOKS_LESS);
}
