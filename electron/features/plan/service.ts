import { fail } from '../../../shared/contract/failure.ts';
import type { planInput, PlanResult } from '../../../shared/contract/plan.ts';
import { definitionOf } from '../../../shared/domain/nouns.ts';
import type { PlanRequest, PlanService, Verdict } from '../../../shared/domain/plan.ts';
import { NO_PLACEMENT_RULES, type PlacementRules } from '../../../shared/domain/placement-rule.ts';
import type { ResourceSpec } from '../../../shared/domain/service.ts';
import { reasonText, summaryText } from '../../../shared/rules/placement-reason-text.ts';
import type { z } from 'zod';
import type { ReadDatabase } from '../../db/connection.ts';
import { findRecord } from '../../db/statements.ts';
import type { PlannerColumns } from '../../planner/columns.ts';
import { conflictOf } from '../../planner/conflict.ts';
import { explainCompute } from '../../planner/explain.ts';
import { rank, type Ranking } from '../../planner/rank.ts';
import { rejectedPage } from '../../planner/rejections.ts';
import { summarise } from '../../planner/summary.ts';
import { idsOf } from '../object/list-repository.ts';
import { resolveReference } from '../object/reference-repository.ts';
import { plannerComputes } from './fleet-repository.ts';
import { gapOf } from './gap.ts';
import { recommendationsFor } from './recommendations.ts';

type PlanInput = z.output<typeof planInput>;

/** The tags that placement rules see of one compute: its own and the read-only ones of its place. */
export function placementTags(database: ReadDatabase, computeId: string): Readonly<Record<string, string>> {
  return plannerComputes(database, [computeId])[0]?.tags ?? {};
}

/** The planner's request for what a caller asked, with stored services and queries resolved. */
export function planRequest(database: ReadDatabase, input: PlanInput): PlanRequest {
  const { quantity, basis, buffer, shape, judgeEachResource, top } = input;
  const computeIds =
    input.query.trim() === '' ? {} : { computeIds: idsOf(database, definitionOf('compute'), input.query) };
  const constraints = { ...input.constraints, ...computeIds };
  if (constraints.computeId !== undefined)
    constraints.computeId = resolveReference(database, 'compute', constraints.computeId, 'constraints.computeId');
  return {
    service: planService(database, input.subject),
    quantity,
    basis,
    buffer,
    shape,
    judgeEachResource,
    top,
    constraints,
  };
}

function planService(database: ReadDatabase, subject: PlanInput['subject']): PlanService {
  if ('adHoc' in subject) {
    const { name, min, max, placement } = subject.adHoc;
    return { id: null, name, min, max, placement: placement ?? { ...NO_PLACEMENT_RULES } };
  }
  return storedService(database, resolveReference(database, 'service', subject.service, 'subject.service'));
}

export function storedService(database: ReadDatabase, id: string): PlanService {
  const record =
    findRecord(database, definitionOf('service'), id) ?? fail('E_NOT_FOUND', 'The service is no longer there.');
  return {
    id,
    name: String(record['name']),
    min: record['minSpec'] as ResourceSpec,
    max: record['maxSpec'] as ResourceSpec,
    placement: record['placement'] as PlacementRules,
  };
}

/** Ranks every compute for the request: candidates, every rejection with every reason, and what would help. */
export function planFor(
  database: ReadDatabase,
  columns: PlannerColumns,
  input: PlanInput & { rejectedLimit: number; rejectedOffset: number; rejectedRule?: string | undefined },
): PlanResult {
  const request = planRequest(database, input);
  const ranking = rank(columns, request);
  const summary = summarise(ranking);
  const page = { offset: input.rejectedOffset, limit: input.rejectedLimit };
  const nothingFits = ranking.candidateCount === 0;
  return {
    serviceId: request.service.id,
    service: request.service.name,
    summary,
    summaryText: summaryText(summary),
    candidates: [...ranking.candidates],
    rejected: rejectedPage(ranking, input.rejectedRule === undefined ? page : { ...page, rule: input.rejectedRule }),
    conflict: conflictOf(ranking),
    recommendations: nothingFits ? recommendationsFor(database, columns, ranking) : [],
    gap: nothingFits ? gapOf(request, closestMiss(ranking)) : null,
  };
}

function closestMiss(ranking: Ranking): { compute: string; computeId: string; reasons: string[] } | null {
  const [closest] = rejectedPage(ranking, { offset: 0, limit: 1 }).rows;
  if (!closest) return null;
  return { compute: closest.compute, computeId: closest.computeId, reasons: closest.reasons.map(reasonText) };
}

export function explainFor(
  database: ReadDatabase,
  columns: PlannerColumns,
  input: PlanInput,
  compute: string,
): Verdict {
  const computeId = resolveReference(database, 'compute', compute, 'compute');
  const ranking = rank(columns, planRequest(database, input));
  return explainCompute(ranking, computeId) ?? fail('E_NOT_FOUND', 'The compute is not known to the planner.');
}
