import { fail } from '../../../shared/contract/failure.ts';
import type { PlanResult } from '../../../shared/contract/plan.ts';
import type { PlanRequest, Verdict } from '../../../shared/domain/plan.ts';
import { summaryText } from '../../../shared/rules/placement-reason-text.ts';
import type { ReadDatabase } from '../../db/connection.ts';
import type { PlannerColumns } from '../../planner/columns.ts';
import { conflictOf } from '../../planner/conflict.ts';
import { explainCompute } from '../../planner/explain.ts';
import { rank } from '../../planner/rank.ts';
import { rejectedPage } from '../../planner/rejections.ts';
import { summarise } from '../../planner/summary.ts';
import { resolveReference } from '../object/reference-repository.ts';
import { plannerComputes } from './fleet-repository.ts';
import { planRequest, type PlanQuestion } from './request.ts';
import { placedCandidate } from './stands.ts';

/** The tags that placement rules see of one compute: its own and the read-only ones of its place. */
export function placementTags(database: ReadDatabase, computeId: string): Readonly<Record<string, string>> {
  return plannerComputes(database, [computeId])[0]?.tags ?? {};
}

interface ResultPart {
  readonly rejectedLimit: number;
  readonly rejectedOffset: number;
  readonly rejectedRule?: string | undefined;
}

/** A plan without what would help. */
type BarePlan = Omit<PlanResult, 'recommendations' | 'gap'>;

/** Ranks every compute for the request: candidates, and every rejection with every reason. */
export function planFor(database: ReadDatabase, columns: PlannerColumns, input: PlanQuestion & ResultPart): BarePlan {
  const request = planRequest(database, input);
  const ranking = rank(columns, request);
  const summary = summarise(ranking);
  const page = { offset: input.rejectedOffset, limit: input.rejectedLimit };
  return {
    serviceId: request.service.id,
    service: request.service.name,
    shape: request.shape,
    summary,
    summaryText: summaryText(summary),
    candidates: ranking.candidates.map((candidate) => placedCandidate(columns, candidate)),
    rejected: rejectedPage(ranking, input.rejectedRule === undefined ? page : { ...page, rule: input.rejectedRule }),
    conflict: conflictOf(ranking),
  };
}

export function explainFor(
  database: ReadDatabase,
  columns: PlannerColumns,
  input: PlanQuestion,
  compute: string,
): Verdict {
  const computeId = resolveReference(database, 'compute', compute, 'compute');
  return explainOne(columns, planRequest(database, input), computeId);
}

/** The verdict on one compute; a compute unknown to the planner is refused with E_NOT_FOUND. */
export function explainOne(columns: PlannerColumns, request: PlanRequest, computeId: string): Verdict {
  return (
    explainCompute(rank(columns, request), computeId) ?? fail('E_NOT_FOUND', 'The compute is not known to the planner.')
  );
}
