import type { z } from 'zod';
import type { BatchResult, planContract } from '../../../shared/contract/plan.ts';
import { fail } from '../../../shared/contract/failure.ts';
import type { PlanRequest, PlanService } from '../../../shared/domain/plan.ts';
import type { BatchProgress } from '../../../shared/domain/plan-recommendation.ts';
import { RESOURCE_KEYS } from '../../../shared/domain/resource.ts';
import type { ReadDatabase } from '../../db/connection.ts';
import { batchTurns } from '../../planner/batch.ts';
import { snapshotColumns } from '../../planner/columns.ts';
import type { Session } from '../../session/session.ts';
import { inTurns } from '../../session/turns.ts';
import { isPlanned } from './planner-feed.ts';
import { planScope, planService } from './request.ts';
import { standsOf } from './stands.ts';

type BatchQuestion = z.output<NonNullable<(typeof planContract.batch)['~orpc']['inputSchema']>>;

/**
 * Places several things in one run; nothing is booked. It works in turns on the fleet of one moment: what is committed
 * meanwhile does not show in the plan, which then says that it is outdated (ADR 0012).
 */
export async function batchFor(
  session: Session,
  input: BatchQuestion,
  told: (progress: BatchProgress) => void,
  signal: AbortSignal | undefined,
): Promise<BatchResult> {
  const requests = batchRequests(session.read, input);
  const ids = new Set(requests.flatMap(({ service }) => service.id ?? []));
  const columns = snapshotColumns(session.plannerColumns(), ids);
  let outdated = false;
  const unsubscribe = session.subscribe(({ nouns }) => {
    outdated ||= nouns.some((noun) => noun === 'service' || isPlanned(noun));
  });
  const goesOn = () => {
    if (signal?.aborted) fail('E_CANCELLED', 'The planning was cancelled; nothing was booked.');
    session.requireOpen();
  };
  try {
    const plan = await inTurns(batchTurns(columns, requests), { told, goesOn });
    const computes = new Set(plan.steps.map(({ candidate }) => candidate.computeId));
    const stands = Object.fromEntries([...computes].map((id) => [id, standsOf(columns, id)]));
    return { ...plan, stands, outdated };
  } finally {
    unsubscribe();
  }
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
