import type { CompiledPlan } from './compiled-plan.ts';
import type { RankKeys } from './figures.ts';

/** What one pass over all rows yields. */
export interface Scan {
  /** Per row: verdict number (compiled-plan.ts), FREE_ROW for a row without a compute, 0 for a candidate. */
  readonly codes: Int32Array<ArrayBuffer>;
  readonly candidateCount: number;
  /** Rows per verdict number. */
  readonly histogram: Int32Array<ArrayBuffer>;
  /** The best `top` candidates by exact figures, best first. */
  readonly best: readonly RankKeys[];
}

/**
 * Filters all rows and finds the best. A kernel may judge rows by approximate figures, as long as it never loses one of the
 * best `top`; those are ranked by figures.ts alone, so every kernel gives the same ranking. A scan takes over the plan's
 * codes, so a plan is scanned once. `scalarKernel` is the plain JavaScript
 * one and the oracle for a later SIMD kernel.
 */
export interface RankKernel {
  readonly name: string;
  readonly scan: (plan: CompiledPlan) => Scan;
}
