import type { Candidate } from '../../shared/domain/plan.ts';
import { applyAssignment, type AssignmentChange } from './columns-change.ts';
import type { PlannerColumns } from './columns.ts';

/** The one assignment that accepting a candidate makes or changes: exactly what its preview showed. */
export function acceptanceOf(serviceId: string, candidate: Candidate): AssignmentChange {
  const { computeId, quantityBefore, allocatedBefore, quantity, allocated } = candidate;
  return {
    serviceId,
    computeId,
    before: allocatedBefore ? { quantity: quantityBefore, allocated: allocatedBefore } : null,
    after: { quantity: quantityBefore + quantity, allocated },
  };
}

/** Books a candidate on the columns it was ranked on. @returns the change; applying it swapped undoes it bit for bit. */
export function accept(columns: PlannerColumns, serviceId: string, candidate: Candidate): AssignmentChange {
  const change = acceptanceOf(serviceId, candidate);
  applyAssignment(columns, change);
  return change;
}

/** The change that takes another back. */
export function undoOf(change: AssignmentChange): AssignmentChange {
  return { ...change, before: change.after, after: change.before };
}
