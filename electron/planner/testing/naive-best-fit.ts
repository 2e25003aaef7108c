import type { Candidate, PlanRequest } from '../../../shared/domain/plan.ts';
import { amountsOf } from '../amounts.ts';
import { comparePlaces, placeAt, type Place } from '../best-fit.ts';
import { candidateOf } from '../candidate.ts';
import type { PlannerColumns } from '../columns.ts';
import { compilePlan } from '../compiled-plan.ts';
import { createFigures, readFigures } from '../figures.ts';
import { scalarKernel } from '../kernel-scalar.ts';

/** The best place for one instance by looking at every compute afresh: what the batch's heaps are compared with. */
export function naiveBestFit(columns: PlannerColumns, request: PlanRequest): Candidate | null {
  const plan = compilePlan(columns, { ...request, quantity: 1 });
  const { codes } = scalarKernel.scan(plan);
  const figures = createFigures();
  const min = amountsOf(request.service.min);
  let best: Place | null = null;
  for (let row = 0; row < codes.length; row++) {
    if (codes[row] !== 0) continue;
    readFigures(figures, plan, row);
    const place = placeAt(columns, min, figures);
    if (!best || comparePlaces(columns, place, best) < 0) best = place;
  }
  if (!best) return null;
  readFigures(figures, plan, best.row);
  return candidateOf(plan, figures, 1);
}
