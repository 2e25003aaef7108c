import type { z } from 'zod';
import type { BatchResult, planContract } from '../../../shared/contract/plan.ts';
import type { PlanRequest, PlanService } from '../../../shared/domain/plan.ts';
import type { BatchProgress } from '../../../shared/domain/plan-recommendation.ts';
import { RESOURCE_KEYS } from '../../../shared/domain/resource.ts';
import type { ReadDatabase } from '../../db/connection.ts';
import { batchTurns } from '../../planner/batch.ts';
import { snapshotColumns } from '../../planner/columns.ts';
import type { Session } from '../../session/session.ts';
import { onOneMoment, type Follower } from './one-moment.ts';
import { planScope, planService } from './request.ts';
import { standsOf } from './stands.ts';

type BatchQuestion = z.output<NonNullable<(typeof planContract.batch)['~orpc']['inputSchema']>>;

/** Places several things in one run, in turns on the fleet of one moment; nothing is booked. */
export async function batchFor(
  session: Session,
  input: BatchQuestion,
  follower: Follower<BatchProgress>,
): Promise<BatchResult> {
  const requests = batchRequests(session.read, input);
  const ids = new Set(requests.flatMap(({ service }) => service.id ?? []));
  const columns = snapshotColumns(session.plannerColumns(), ids);
  const { result, outdated } = await onOneMoment(session, batchTurns(columns, requests), follower);
  const computes = new Set(result.steps.map(({ candidate }) => candidate.computeId));
  const stands = Object.fromEntries([...computes].map((id) => [id, standsOf(columns, id)]));
  return { ...result, stands, outdated };
}

function batchRequests(database: ReadDatabase, input: BatchQuestion): PlanRequest[] {
  const scope = planScope(database, input);
  const services = input.items.map(({ subject }, index) => planService(database, subject, `items[${index}].subject`));
  // Where no maximum lies above its minimum, trying both would place the same twice.
  const basis = services.some(reachesAboveMinimum) ? scope.basis : 'min';
  return services.map((service, index): PlanRequest => {
    return { ...scope, basis, service, quantity: input.items[index]?.quantity ?? 1, top: 1 };
  });
}

function reachesAboveMinimum({ min, max }: PlanService): boolean {
  return RESOURCE_KEYS.some((key) => (max[key] ?? 0) > (min[key] ?? 0));
}
