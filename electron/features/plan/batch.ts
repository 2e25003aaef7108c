import type { z } from 'zod';
import type { BatchResult, planContract } from '../../../shared/contract/plan.ts';
import type { PlanRequest, PlanService } from '../../../shared/domain/plan.ts';
import { RESOURCE_KEYS } from '../../../shared/domain/resource.ts';
import type { ResourceSpec } from '../../../shared/domain/service.ts';
import type { ReadDatabase } from '../../db/connection.ts';
import type { WriteContext } from '../../db/write-context.ts';
import { accept } from '../../planner/accept.ts';
import { planBatch } from '../../planner/batch.ts';
import { forkColumns, type PlannerColumns } from '../../planner/columns.ts';
import type { NounRules } from '../../session/noun-rules.ts';
import { refuseChanged, refuseRejected, writeBooking, type Booking } from './booking.ts';
import { planScope, planService, storedService, type Scope } from './request.ts';
import { explainOne } from './service.ts';
import { standsOf } from './stands.ts';

type BatchQuestion = z.output<NonNullable<(typeof planContract.batch)['~orpc']['inputSchema']>>;

/** Places several things in one run; nothing is booked. */
export function batchFor(database: ReadDatabase, columns: PlannerColumns, input: BatchQuestion): BatchResult {
  const scope = planScope(database, input);
  const services = input.items.map(({ subject }, index) => planService(database, subject, `items[${index}].subject`));
  // Where no maximum lies above its minimum, trying both would place the same twice.
  const basis = services.some(reachesAboveMinimum) ? scope.basis : 'min';
  const requests = services.map((service, index): PlanRequest => {
    return { ...scope, basis, service, quantity: input.items[index]?.quantity ?? 1, top: 1 };
  });
  const plan = planBatch(columns, requests);
  const computes = new Set(plan.steps.map(({ candidate }) => candidate.computeId));
  return { ...plan, stands: Object.fromEntries([...computes].map((id) => [id, standsOf(columns, id)])) };
}

function reachesAboveMinimum({ min, max }: PlanService): boolean {
  return RESOURCE_KEYS.some((key) => (max[key] ?? 0) > (min[key] ?? 0));
}

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
 */
export function acceptSteps(
  context: WriteContext,
  rules: NounRules,
  columns: PlannerColumns,
  scope: Scope,
  steps: readonly Step[],
): { instances: number; computes: number } {
  const bookings = replay(context.database, columns, scope, steps);
  // What shrinks is written first, so that no row in between books more than there is.
  for (const booking of bookings.toSorted((left, right) => left.growth - right.growth))
    writeBooking(context, rules, booking);
  return { instances: steps.length, computes: new Set(bookings.map(({ computeId }) => computeId)).size };
}

function replay(database: ReadDatabase, columns: PlannerColumns, scope: Scope, steps: readonly Step[]): Booked[] {
  const fork = forkColumns(columns);
  const services = new Map<string, PlanService>();
  const bookings = new Map<string, Booked>();
  for (const { serviceId, computeId, allocated } of steps) {
    const service = services.get(serviceId) ?? storedService(database, serviceId);
    services.set(serviceId, service);
    const constraints = { ...scope.constraints, computeId };
    const verdict = explainOne(fork, { ...scope, service, quantity: 1, constraints, top: 1 }, computeId);
    if (verdict.verdict === 'rejected') return refuseRejected(service.name, verdict);
    refuseChanged(verdict, allocated);
    accept(fork, serviceId, verdict);
    const key = `${serviceId} ${computeId}`;
    const before = bookings.get(key);
    const added = verdict.resources.reduce((sum, bar) => sum + (bar.usedAfter - bar.usedBefore), 0);
    bookings.set(key, {
      serviceId,
      computeId,
      quantity: (before?.quantity ?? 0) + 1,
      allocated: verdict.allocated,
      growth: (before?.growth ?? 0) + added,
    });
  }
  return [...bookings.values()];
}

/** The steps' services and how many of each, for the label of the change. */
export function batchLabel(names: readonly string[]): string {
  const counts = [...Map.groupBy(names, (name) => name)].map(([name, all]) => `${all.length} × ${name}`);
  const shown = counts.slice(0, 3).join(', ');
  return counts.length > 3 ? `Place ${shown} and ${counts.length - 3} more` : `Place ${shown}`;
}
