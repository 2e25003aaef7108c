import { fail } from '../../../shared/contract/failure.ts';
import type { Candidate, PlanRequest, PlanService } from '../../../shared/domain/plan.ts';
import type { ResourceSpec } from '../../../shared/domain/service.ts';
import type { ReadDatabase } from '../../db/connection.ts';
import type { WriteContext } from '../../db/write-context.ts';
import { forkColumns, type PlannerColumns } from '../../planner/columns.ts';
import { InstanceRules } from '../../planner/instance-rules.ts';
import type { NounRules } from '../../session/noun-rules.ts';
import { refuseChanged, refuseRejected, writeBooking, type Booking } from './booking.ts';
import { storedService, type Scope } from './request.ts';
import { explainOne } from './service.ts';

/** One instance of a service on a compute, as the preview of a batch showed it. */
export interface Step {
  readonly serviceId: string;
  readonly computeId: string;
  readonly allocated: ResourceSpec;
}

interface Booked extends Booking {
  /** How much the compute's bookings grow by it; negative where instances there give way. */
  readonly growth: number;
}

/**
 * Books all steps of a batch, or nothing. Each step is planned again on top of the ones before it, within the scope of the
 * preview; one that would be booked differently refuses the whole with E_CONFLICT, one that no longer fits with E_CAPACITY.
 * Yields after each step and each row written.
 */
export function* acceptSteps(
  context: WriteContext,
  rules: NounRules,
  columns: PlannerColumns,
  scope: Scope,
  steps: readonly Step[],
): Generator<void, { instances: number; computes: number }, void> {
  const bookings = yield* replay(context.database, columns, scope, steps);
  // What shrinks is written first, so that no row in between books more than there is.
  for (const booking of bookings.toSorted((left, right) => left.growth - right.growth)) {
    writeBooking(context, rules, booking);
    yield;
  }
  return { instances: steps.length, computes: new Set(bookings.map(({ computeId }) => computeId)).size };
}

function* replay(
  database: ReadDatabase,
  columns: PlannerColumns,
  scope: Scope,
  steps: readonly Step[],
): Generator<void, Booked[], void> {
  const fork = forkColumns(columns);
  const placing = new Map<string, Placing>();
  const bookings = new Map<string, Booked>();
  for (const { serviceId, computeId, allocated } of steps) {
    const known = placing.get(serviceId) ?? placingOf(database, fork, scope, serviceId);
    placing.set(serviceId, known);
    const candidate = placeAgain(fork, scope, known, computeId, allocated);
    const key = `${serviceId} ${computeId}`;
    const before = bookings.get(key);
    const added = candidate.resources.reduce((sum, bar) => sum + (bar.usedAfter - bar.usedBefore), 0);
    bookings.set(key, {
      serviceId,
      computeId,
      quantity: (before?.quantity ?? 0) + 1,
      allocated: candidate.allocated,
      growth: (before?.growth ?? 0) + added,
    });
    yield;
  }
  return [...bookings.values()];
}

/** A service whose instances are placed one after another. */
interface Placing {
  readonly service: PlanService;
  readonly rules: InstanceRules;
}

function placingOf(database: ReadDatabase, fork: PlannerColumns, scope: Scope, serviceId: string): Placing {
  const service = storedService(database, serviceId);
  const { computeId: _anyCompute, ...constraints } = scope.constraints;
  const request: PlanRequest = { ...scope, service, quantity: 1, constraints, top: 1 };
  return { service, rules: new InstanceRules(fork, request, serviceId) };
}

function placeAgain(
  fork: PlannerColumns,
  scope: Scope,
  { service, rules }: Placing,
  computeId: string,
  previewed: ResourceSpec,
): Candidate {
  const row = fork.rowOf.get(computeId) ?? fail('E_NOT_FOUND', 'The compute is not known to the planner.');
  if (!rules.fits(row) || !rules.topologyAdmits(row)) {
    const constraints = { ...scope.constraints, computeId };
    const verdict = explainOne(fork, { ...scope, service, quantity: 1, constraints, top: 1 }, computeId);
    if (verdict.verdict === 'rejected') return refuseRejected(service.name, verdict);
  }
  const candidate = rules.candidateAt(row);
  refuseChanged(candidate, previewed);
  rules.accept(row, candidate);
  return candidate;
}

/** The steps' services and how many of each, for the label of the change. */
export function batchLabel(names: readonly string[]): string {
  const counts = [...Map.groupBy(names, (name) => name)].map(([name, all]) => `${all.length} × ${name}`);
  const shown = counts.slice(0, 3).join(', ');
  return counts.length > 3 ? `Place ${shown} and ${counts.length - 3} more` : `Place ${shown}`;
}
