import {
  planRequestSchema,
  type Candidate,
  type PlanRequest,
  type PlanRequestInput,
} from '../../shared/domain/plan.ts';
import { candidateOf } from './candidate.ts';
import type { PlannerColumns } from './columns.ts';
import { compilePlan, type CompiledPlan } from './compiled-plan.ts';
import { createFigures, readFigures } from './figures.ts';
import type { RankKernel, Scan } from './kernel.ts';
import { simdKernel } from './kernel-simd.ts';

/**
 * The answer to one request. It reads the columns it was made from, so it is good until they change; the rejected rows
 * are explained on demand (rejections.ts, summary.ts, conflict.ts).
 */
export interface Ranking {
  readonly plan: CompiledPlan;
  readonly scan: Scan;
  readonly computeCount: number;
  readonly candidateCount: number;
  readonly rejectedCount: number;
  /** The best `request.top`, best first. */
  readonly candidates: readonly Candidate[];
}

/** Fills in a request's defaults. Throws zod's error for a request that is not valid. */
export function readPlanRequest(input: PlanRequestInput): PlanRequest {
  return planRequestSchema.parse(input);
}

/**
 * Filters all computes, scores those that can take the request and ranks them. Same columns content and request give the
 * same result, whatever the order in which the columns were filled.
 */
export function rank(columns: PlannerColumns, request: PlanRequest, kernel: RankKernel = simdKernel): Ranking {
  const plan = compilePlan(columns, request);
  const scan = kernel.scan(plan);
  const figures = createFigures();
  return {
    plan,
    scan,
    computeCount: columns.computeCount,
    candidateCount: scan.candidateCount,
    rejectedCount: columns.computeCount - scan.candidateCount,
    candidates: scan.best.map(({ row }, index) => {
      readFigures(figures, plan, row);
      return candidateOf(plan, figures, index + 1);
    }),
  };
}
