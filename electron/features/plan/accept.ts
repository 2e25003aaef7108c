import type { ResourceSpec } from '../../../shared/domain/service.ts';
import type { WriteContext } from '../../db/write-context.ts';
import type { PlannerColumns } from '../../planner/columns.ts';
import type { NounRules } from '../../session/noun-rules.ts';
import { refuseChanged, refuseRejected, writeBooking } from './booking.ts';
import { storedService, type Scope } from './request.ts';
import { explainOne } from './service.ts';

export interface Acceptance {
  readonly serviceId: string;
  readonly computeId: string;
  readonly quantity: number;
  readonly allocated: ResourceSpec;
  /** As it was planned: a topology spread is judged within the same scope. */
  readonly scope: Scope;
}

/**
 * Books exactly what the candidate showed, planned again in the same turn: a fleet that has changed so that something else
 * would be booked is refused with E_CONFLICT, one that cannot take it any more with E_CAPACITY. Answers the assignment.
 */
export function acceptCandidate(
  context: WriteContext,
  rules: NounRules,
  columns: PlannerColumns,
  wanted: Acceptance,
): string {
  const { serviceId, computeId, quantity, allocated, scope } = wanted;
  const service = storedService(context.database, serviceId);
  const constraints = { ...scope.constraints, computeId };
  const verdict = explainOne(columns, { ...scope, service, quantity, constraints, top: 1 }, computeId);
  if (verdict.verdict === 'rejected') return refuseRejected(service.name, verdict);
  refuseChanged(verdict, allocated);
  return writeBooking(context, rules, { serviceId, computeId, quantity, allocated: verdict.allocated });
}
