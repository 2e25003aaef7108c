import type { z } from 'zod';
import type { BatchResult, planContract } from '../../../shared/contract/plan.ts';
import type { PlanRequest, PlanService } from '../../../shared/domain/plan.ts';
import type { BatchPlan, BatchProgress } from '../../../shared/domain/plan-recommendation.ts';
import { RESOURCE_KEYS } from '../../../shared/domain/resource.ts';
import type { ReadDatabase } from '../../db/connection.ts';
import { batchTurns } from '../../planner/batch.ts';
import type { Catalogue } from '../../planner/catalogue.ts';
import { snapshotColumns, type PlannerColumns } from '../../planner/columns.ts';
import { purchaseFor } from '../../planner/purchase.ts';
import { during, type Turns } from '../../planner/turns.ts';
import type { Session } from '../../session/session.ts';
import { admitsNoMachine } from './advice.ts';
import { catalogueOf } from './catalogue-repository.ts';
import { onOneMoment, type Follower } from './one-moment.ts';
import { planScope, planService } from './request.ts';
import { standsOf } from './stands.ts';

type BatchQuestion = z.output<NonNullable<(typeof planContract.batch)['~orpc']['inputSchema']>>;

type Purchases = BatchResult['purchases'];

/** Places several things in one run, in turns on the fleet of one moment, and says what to buy for the rest; books nothing. */
export async function batchFor(
  session: Session,
  input: BatchQuestion,
  follower: Follower<BatchProgress>,
): Promise<BatchResult> {
  const requests = batchRequests(session.read, input);
  const columns = snapshotColumns(session.plannerColumns());
  const work = planned(columns, requests, () => catalogueOf(session.read));
  const { result, outdated } = await onOneMoment(session, work, follower);
  const computes = new Set(result.steps.map(({ candidate }) => candidate.computeId));
  const stands = Object.fromEntries([...computes].map((id) => [id, standsOf(columns, id)]));
  return { ...result, stands, outdated };
}

function* planned(
  columns: PlannerColumns,
  requests: readonly PlanRequest[],
  catalogue: () => Catalogue,
): Turns<BatchProgress, BatchPlan & { readonly purchases: Purchases }> {
  const plan = yield* batchTurns(columns, requests);
  const purchases: Purchases = [];
  if (plan.feasible) return { ...plan, purchases };
  const stock = catalogue();
  for (const [done, { serviceId, service, quantity }] of plan.unplaced.entries()) {
    const request = requests.find((entry) => entry.service.id === serviceId && entry.service.name === service);
    if (!request || admitsNoMachine(request.service.placement)) continue;
    const progress = { phase: 'buying', done, total: plan.unplaced.length } as const;
    const purchase = yield* during(purchaseFor({ ...request, quantity }, stock), progress);
    if (purchase) purchases.push({ serviceId, service, quantity, purchase });
  }
  return { ...plan, purchases };
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
