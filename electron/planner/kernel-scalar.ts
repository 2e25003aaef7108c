import { RESOURCE_COUNT } from './amounts.ts';
import { isLessBalanced } from './balance.ts';
import type { RankKernel } from './kernel.ts';
import { keepLess, scanWith, type Pass, type Slot } from './pass.ts';
import { BOOKS_MAX, keepByUtilisation } from './threshold.ts';

/** Plain JavaScript over the columns in one pass; nothing is allocated per row. */
export const scalarKernel: RankKernel = { name: 'scalar', scan: (plan) => scanWith(plan, scanScalar) };

/** Filters and pre-scores all rows that `scanWith` leaves to a kernel. */
export function scanScalar(pass: Pass, slots: readonly Slot[]): void {
  if (slots.length <= 3) scanThree(pass, slots);
  else scanFive(pass, slots);
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
