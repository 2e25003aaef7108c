import { scoreOf } from '../../shared/rules/utilisation-score.ts';
import type { PlannerColumns } from './columns.ts';
import { RESOURCE_BITS, type CompiledPlan } from './compiled-plan.ts';
import { readRoom, resourceFailures } from './demand.ts';
import { createFigures, readFigures, type Figures } from './figures.ts';
import type { RankKernel, Scan } from './kernel.ts';
import { FREE_ROW } from './patterns.ts';
import { createThreshold, offer, survivorsOf, type Threshold } from './threshold.ts';

interface Pass {
  readonly plan: CompiledPlan;
  readonly codes: Int32Array<ArrayBuffer>;
  readonly histogram: Int32Array<ArrayBuffer>;
  readonly threshold: Threshold;
  readonly figures: Figures;
}

/** Plain JavaScript over the columns: one pass, nothing allocated per row. */
export const scalarKernel: RankKernel = { name: 'scalar', scan };

function scan(plan: CompiledPlan): Scan {
  const codes = plan.patterns.ofRow.slice();
  const booked = [...plan.bookings.keys()].map((row) => ({ row, pattern: codes[row] ?? FREE_ROW }));
  for (const { row } of booked) codes[row] = FREE_ROW;
  const histogram = new Int32Array(plan.patterns.members.length << RESOURCE_BITS);
  const threshold = createThreshold(plan.request.top, codes.length);
  const pass: Pass = { plan, codes, histogram, threshold, figures: createFigures() };
  if (plan.request.judgeEachResource) codes.forEach((pattern, row) => judgeRow(pass, row, pattern));
  else scanMean(pass, plan.columns);
  for (const { row, pattern } of booked) judgeRow(pass, row, pattern);
  return { codes, candidateCount: histogram[0] ?? 0, histogram, survivors: survivorsOf(threshold) };
}

/** Exact and slower: for rows where the service already runs, and for judging each resource on its own. */
function judgeRow({ plan, codes, histogram, threshold, figures }: Pass, row: number, pattern: number): void {
  if (pattern === FREE_ROW) return;
  const { room } = figures.allotment;
  readRoom(room, plan.columns, plan.demand, row);
  const code = (pattern << RESOURCE_BITS) | resourceFailures(room, plan.demand, plan.bookings.get(row) ?? null);
  codes[row] = code;
  histogram[code] = (histogram[code] ?? 0) + 1;
  if (code !== 0) return;
  readFigures(figures, plan, row);
  offer(threshold, row, figures.score);
}

/** An amount to compare with room, where 0 asks for nothing and so must always pass. */
function asked(amounts: readonly number[], quantity: number): [number, number, number, number, number] {
  const limit = (index: number): number => ((amounts[index] ?? 0) > 0 ? (amounts[index] ?? 0) * quantity : -Infinity);
  return [limit(0), limit(1), limit(2), limit(3), limit(4)];
}

/**
 * The common case: rows without the service, scored by their mean. Unrolled over the five resources and reading base
 * instead of all shares; the score it offers differs from the exact one by rounding only (threshold.ts).
 */
function scanMean(pass: Pass, columns: PlannerColumns): void {
  const { codes, histogram, threshold, plan, figures } = pass;
  const { quantity, min, max, buffer } = plan.demand;
  const [t0, t1, t2, t3, t4] = columns.total;
  const [u0, u1, u2, u3, u4] = columns.used;
  if (!t0 || !t1 || !t2 || !t3 || !t4 || !u0 || !u1 || !u2 || !u3 || !u4) return;
  const { base, measured } = columns;
  const [n0, n1, n2, n3, n4] = asked(min, quantity);
  const [m0, m1, m2, m3, m4] = asked(max, quantity);
  const [b0 = 0, b1 = 0, b2 = 0, b3 = 0, b4 = 0] = buffer;
  for (let row = 0; row < codes.length; row++) {
    const pattern = codes[row] ?? FREE_ROW;
    if (pattern === FREE_ROW) continue;
    const c0 = t0[row] ?? 0;
    const c1 = t1[row] ?? 0;
    const c2 = t2[row] ?? 0;
    const c3 = t3[row] ?? 0;
    const c4 = t4[row] ?? 0;
    const r0 = c0 - (u0[row] ?? 0) - (b0 > 0 ? Math.ceil(c0 * b0 - 1e-9) : 0);
    const r1 = c1 - (u1[row] ?? 0) - (b1 > 0 ? Math.ceil(c1 * b1 - 1e-9) : 0);
    const r2 = c2 - (u2[row] ?? 0) - (b2 > 0 ? Math.ceil(c2 * b2 - 1e-9) : 0);
    const r3 = c3 - (u3[row] ?? 0) - (b3 > 0 ? Math.ceil(c3 * b3 - 1e-9) : 0);
    const r4 = c4 - (u4[row] ?? 0) - (b4 > 0 ? Math.ceil(c4 * b4 - 1e-9) : 0);
    const failures = (n0 > r0 ? 1 : 0) | (n1 > r1 ? 2 : 0) | (n2 > r2 ? 4 : 0) | (n3 > r3 ? 8 : 0) | (n4 > r4 ? 16 : 0);
    const code = (pattern << RESOURCE_BITS) | failures;
    codes[row] = code;
    histogram[code] = (histogram[code] ?? 0) + 1;
    if (code !== 0) continue;
    if (m0 > r0 || m1 > r1 || m2 > r2 || m3 > r3 || m4 > r4) {
      readFigures(figures, plan, row);
      offer(threshold, row, figures.score);
      continue;
    }
    let added = m0 > 0 ? m0 / c0 : 0;
    if (m1 > 0) added += m1 / c1;
    if (m2 > 0) added += m2 / c2;
    if (m3 > 0) added += m3 / c3;
    if (m4 > 0) added += m4 / c4;
    const resources = measured[row] ?? 0;
    const score = resources > 0 ? scoreOf((base[row] ?? 0) + added / resources, plan.shape) : 0;
    offer(threshold, row, score);
  }
}
