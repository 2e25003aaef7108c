import type { AdviceResult } from '../../../shared/contract/plan.ts';
import type { PlanRequest } from '../../../shared/domain/plan.ts';
import type { PlacementRules } from '../../../shared/domain/placement-rule.ts';
import type { AdviceProgress } from '../../../shared/domain/plan-recommendation.ts';
import { placementContradictions } from '../../../shared/rules/placement-contradictions.ts';
import { reasonText } from '../../../shared/rules/placement-reason-text.ts';
import type { ReadDatabase } from '../../db/connection.ts';
import { snapshotColumns, type PlannerColumns } from '../../planner/columns.ts';
import { rank, type Ranking } from '../../planner/rank.ts';
import { recommendationsOf, type RecommendationSources } from '../../planner/recommend.ts';
import { rejectedPage } from '../../planner/rejections.ts';
import type { Turns } from '../../planner/turns.ts';
import type { Session } from '../../session/session.ts';
import { catalogueOf, stockOf } from './catalogue-repository.ts';
import { gapOf } from './gap.ts';
import { onOneMoment, type Follower } from './one-moment.ts';
import { planRequest, type PlanQuestion } from './request.ts';
import { allServices } from './service-repository.ts';

/**
 * What would make the request fit, in the order of what it disturbs and costs, drawn from services, parts and catalogue; in
 * turns on the fleet of one moment. Nothing when it fits already.
 */
export async function adviceFor(
  session: Session,
  input: PlanQuestion,
  follower: Follower<AdviceProgress>,
): Promise<AdviceResult> {
  const request = planRequest(session.read, input);
  const live = session.plannerColumns();
  if (rank(live, request).candidateCount > 0) return { recommendations: [], gap: null, outdated: false };
  const work = searched(session.read, snapshotColumns(live), request);
  const { result, outdated } = await onOneMoment(session, work, follower);
  return { ...result, outdated };
}

function* searched(
  database: ReadDatabase,
  columns: PlannerColumns,
  request: PlanRequest,
): Turns<AdviceProgress, Omit<AdviceResult, 'outdated'>> {
  const begun = { phase: 'relaxing', done: 0, total: 0 } as const;
  yield begun;
  const ranking = rank(columns, request);
  yield begun;
  const recommendations = yield* recommendationsOf(ranking, sourcesFor(database, request.service.placement));
  return { recommendations, gap: gapOf(request, closestMiss(ranking)) };
}

function sourcesFor(database: ReadDatabase, placement: PlacementRules): RecommendationSources {
  const catalogue = catalogueOf(database);
  return {
    services: allServices(database),
    stock: stockOf(database, catalogue.parts),
    ...(admitsNoMachine(placement) ? {} : { catalogue }),
  };
}

/** Rules that no machine can satisfy, whatever its tags: buying one would not help. */
export function admitsNoMachine(placement: PlacementRules): boolean {
  return placementContradictions(placement).some(
    ({ path }) => path.startsWith('affinity') || /^antiAffinity\[\d+\]$/.test(path),
  );
}

function closestMiss(ranking: Ranking): { compute: string; computeId: string; reasons: string[] } | null {
  const [closest] = rejectedPage(ranking, { offset: 0, limit: 1 }).rows;
  if (!closest) return null;
  return { compute: closest.compute, computeId: closest.computeId, reasons: closest.reasons.map(reasonText) };
}
