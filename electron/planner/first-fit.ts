import type { PlanRequest } from '../../shared/domain/plan.ts';

/** Asks only whether one instance fits anywhere: no constraint, no buffer, the best candidate alone. */
export const FIRST_FIT: Omit<PlanRequest, 'service'> = {
  quantity: 1,
  basis: 'max',
  constraints: {},
  buffer: {},
  shape: 'target',
  judgeEachResource: false,
  top: 1,
};
