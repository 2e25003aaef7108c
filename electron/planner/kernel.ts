import type { CompiledPlan } from './compiled-plan.ts';
import type { Survivors } from './threshold.ts';

/** What one pass over all rows yields. */
export interface Scan {
  /** Per row: verdict number (compiled-plan.ts), FREE_ROW for a row without a compute, 0 for a candidate. */
  readonly codes: Int32Array<ArrayBuffer>;
  readonly candidateCount: number;
  /** Rows per verdict number. */
  readonly histogram: Int32Array<ArrayBuffer>;
  /** Candidate rows among which the best `top` certainly are; to be ranked exactly. */
  readonly survivors: Survivors;
}

/**
 * Filters and pre-scores all rows. A kernel may over-select survivors but never drop one of the best `top`; the exact
 * figures are always those of figures.ts, so every kernel gives the same ranking. A scan takes over the plan's codes, so
 * a plan is scanned once. `scalarKernel` is the plain JavaScript
 * one and the oracle for a later SIMD kernel.
 */
export interface RankKernel {
  readonly name: string;
  readonly scan: (plan: CompiledPlan) => Scan;
}
