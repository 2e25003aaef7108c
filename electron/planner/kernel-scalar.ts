import { RESOURCE_COUNT } from './amounts.ts';
import { balanceLook, isLessBalanced, type BalanceLook } from './balance.ts';
import { createBestRows } from './best.ts';
import type { AmountColumn } from './columns.ts';
import type { CompiledPlan } from './compiled-plan.ts';
import { BASIS_STEPS, keptFree, readRoom, resourceFailures } from './demand.ts';
import { createFigures, readFigures, type Figures } from './figures.ts';
import type { RankKernel, Scan } from './kernel.ts';
import { FREE_ROW, RESOURCE_BITS } from './patterns.ts';
import { BOOKS_LESS, BOOKS_MAX, createThreshold, keepByScore, keepByUtilisation, type Threshold } from './threshold.ts';

/** One asked-for resource, ready for the loop. */
interface Slot {
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

interface Pass {
  readonly plan: CompiledPlan;
  readonly codes: Int32Array<ArrayBuffer>;
  readonly histogram: Int32Array<ArrayBuffer>;
  readonly threshold: Threshold;
  readonly figures: Figures;
  readonly balance: BalanceLook;
}

/** Plain JavaScript over the columns in one pass; nothing is allocated per row. */
export const scalarKernel: RankKernel = { name: 'scalar', scan };

function scan(plan: CompiledPlan): Scan {
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
  else if (slots.length <= 3) scanThree(pass, slots);
  else scanFive(pass, slots);
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
    const taken = fraction > 0 ? withKept(totals, used, fraction) : used;
    const min = demand.min[resource] ?? 0;
    const least = min > 0 ? demand.quantity * min : -Infinity;
    return [{ totals, taken, least, most: demand.quantity * amount, resource, min, range: amount - min }];
  });
}

/** Booked plus kept free; what passes the range of an Int32 leaves no room anyway, so it is cut there. */
function withKept(totals: AmountColumn, used: AmountColumn, fraction: number): AmountColumn {
  const most = used instanceof Int32Array ? 2 ** 31 - 1 : Infinity;
  const taken = used.slice();
  for (let row = 0; row < taken.length; row++) {
    taken[row] = Math.min(most, (taken[row] ?? 0) + keptFree(totals[row] ?? 0, fraction));
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
function keepLess({ plan, threshold }: Pass, row: number, slots: readonly Slot[]): void {
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

/** Fills up to `count` slots with ones that ask for nothing; they read the first slot's columns, so no share divides by 0. */
function padded(slots: readonly Slot[], count: number): Slot[] {
  const [first] = slots;
  if (!first) return [];
  const idle: Slot = { ...first, least: -Infinity, most: -Infinity, min: 0, range: 0 };
  return [...slots, ...Array.from({ length: count - slots.length }, () => idle)];
}

/**
 * The common case, up to three resources asked for: rows without the service, scored by their mean. Comparisons become
 * bits without branching, since on a mixed fleet a branch would be mispredicted every few rows; and the shares added are
 * brought onto one denominator, since one division costs more than all those multiplications.
 */
function scanThree(pass: Pass, slots: readonly Slot[]): void {
  const { codes, histogram, plan, threshold, balance } = pass;
  const { base, measured } = plan.columns;
  const [s0, s1, s2] = padded(slots, 3);
  if (!s0 || !s1 || !s2) return;
  const [t0, t1, t2] = [s0.totals, s1.totals, s2.totals];
  const [u0, u1, u2] = [s0.taken, s1.taken, s2.taken];
  const [n0, n1, n2] = [s0.least, s1.least, s2.least];
  const [m0, m1, m2] = [s0.most, s1.most, s2.most];
  const [a0, a1, a2] = [Math.max(0, m0), Math.max(0, m1), Math.max(0, m2)];
  const [b0, b1, b2] = [s0.resource, s1.resource, s2.resource];
  const ranged = slots.some((slot) => slot.range > 0);
  let { low, high } = threshold;
  for (let row = 0; row < codes.length; row++) {
    const c0 = t0[row] ?? 0;
    const c1 = t1[row] ?? 0;
    const c2 = t2[row] ?? 0;
    const r0 = c0 - (u0[row] ?? 0);
    const r1 = c1 - (u1[row] ?? 0);
    const r2 = c2 - (u2[row] ?? 0);
    const code = (codes[row] ?? 0) | (Number(n0 > r0) << b0) | (Number(n1 > r1) << b1) | (Number(n2 > r2) << b2);
    codes[row] = code;
    if (code !== 0) {
      if (code > 0) histogram[code] = (histogram[code] ?? 0) + 1;
      continue;
    }
    if (ranged && (m0 > r0 || m1 > r1 || m2 > r2)) {
      keepLess(pass, row, slots);
      ({ low, high } = threshold);
      continue;
    }
    const all = c0 * c1 * c2;
    const added = (a0 * c1 + a1 * c0) * c2 + a2 * c0 * c1;
    const share = (base[row] ?? 0) + added / (all * (measured[row] ?? 1));
    if (share < low || share > high || isLessBalanced(balance, row, threshold.imbalance)) continue;
    keepByUtilisation(threshold, row, share, BOOKS_MAX);
    ({ low, high } = threshold);
  }
}

/** The same loop over all five resources. */
function scanFive(pass: Pass, slots: readonly Slot[]): void {
  const { codes, histogram, plan, threshold, balance } = pass;
  const { base, measured } = plan.columns;
  const [s0, s1, s2, s3, s4] = padded(slots, RESOURCE_COUNT);
  if (!s0 || !s1 || !s2 || !s3 || !s4) return;
  const [t0, t1, t2, t3, t4] = [s0.totals, s1.totals, s2.totals, s3.totals, s4.totals];
  const [u0, u1, u2, u3, u4] = [s0.taken, s1.taken, s2.taken, s3.taken, s4.taken];
  const [n0, n1, n2, n3, n4] = [s0.least, s1.least, s2.least, s3.least, s4.least];
  const [m0, m1, m2, m3, m4] = [s0.most, s1.most, s2.most, s3.most, s4.most];
  const [b0, b1, b2, b3, b4] = [s0.resource, s1.resource, s2.resource, s3.resource, s4.resource];
  const a4 = Math.max(0, m4);
  let { low, high } = threshold;
  for (let row = 0; row < codes.length; row++) {
    const c0 = t0[row] ?? 0;
    const c1 = t1[row] ?? 0;
    const c2 = t2[row] ?? 0;
    const c3 = t3[row] ?? 0;
    const c4 = t4[row] ?? 0;
    const r0 = c0 - (u0[row] ?? 0);
    const r1 = c1 - (u1[row] ?? 0);
    const r2 = c2 - (u2[row] ?? 0);
    const r3 = c3 - (u3[row] ?? 0);
    const r4 = c4 - (u4[row] ?? 0);
    const firstThree = (Number(n0 > r0) << b0) | (Number(n1 > r1) << b1) | (Number(n2 > r2) << b2);
    const code = (codes[row] ?? 0) | firstThree | (Number(n3 > r3) << b3) | (Number(n4 > r4) << b4);
    codes[row] = code;
    if (code !== 0) {
      if (code > 0) histogram[code] = (histogram[code] ?? 0) + 1;
      continue;
    }
    if (m0 > r0 || m1 > r1 || m2 > r2 || m3 > r3 || m4 > r4) {
      keepLess(pass, row, slots);
      ({ low, high } = threshold);
      continue;
    }
    const [left, right] = [c0 * c1, c2 * c3];
    const four = (m0 * c1 + m1 * c0) * right + (m2 * c3 + m3 * c2) * left;
    const added = four * c4 + a4 * left * right;
    const share = (base[row] ?? 0) + added / (left * right * c4 * (measured[row] ?? 1));
    if (share < low || share > high || isLessBalanced(balance, row, threshold.imbalance)) continue;
    keepByUtilisation(threshold, row, share, BOOKS_MAX);
    ({ low, high } = threshold);
  }
}
