import type { z } from 'zod';
import { fail, failFields } from '../../../shared/contract/failure.ts';
import type { planInput, PlanScope } from '../../../shared/contract/plan.ts';
import { NO_PLACEMENT_RULES, type PlacementRules } from '../../../shared/domain/placement-rule.ts';
import type { PlanConstraints, PlanRequest, PlanService } from '../../../shared/domain/plan.ts';
import { definitionOf } from '../../../shared/domain/nouns.ts';
import { shapeProblems, type ScoreShape } from '../../../shared/domain/score-shape.ts';
import type { ResourceSpec } from '../../../shared/domain/service.ts';
import { SETTING_ID } from '../../../shared/domain/setting.ts';
import type { ReadDatabase } from '../../db/connection.ts';
import type { StoredRecord } from '../../db/record-codec.ts';
import { findRecord } from '../../db/statements.ts';
import { idsOf } from '../object/list-repository.ts';
import { resolveReference } from '../object/reference-repository.ts';

export type PlanQuestion = z.output<typeof planInput>;

export type Subject = PlanQuestion['subject'];

/** The part of a request that says which computes are considered and how they are judged. */
export type Scope = Pick<PlanRequest, 'basis' | 'buffer' | 'shape' | 'judgeEachResource' | 'constraints'>;

/** The planner's request for what a caller asked, with stored services and queries resolved. */
export function planRequest(database: ReadDatabase, input: PlanQuestion): PlanRequest {
  const { quantity, top } = input;
  return { ...planScope(database, input), service: planService(database, input.subject), quantity, top };
}

/** Resolves the query to the computes it finds, and the given compute to its id. */
export function planScope(database: ReadDatabase, input: PlanScope): Scope {
  const { basis, buffer, judgeEachResource } = input;
  const shape = input.shape === undefined ? scoreShape(database) : soundShape(input.shape);
  const constraints: PlanConstraints = { ...input.constraints };
  if (input.query.trim() !== '') constraints.computeIds = idsOf(database, definitionOf('compute'), input.query);
  if (constraints.computeId !== undefined)
    constraints.computeId = resolveReference(database, 'compute', constraints.computeId, 'constraints.computeId');
  return { basis, buffer, shape, judgeEachResource, constraints };
}

/** What counts as a good fit in this workspace. */
export function scoreShape(database: ReadDatabase): ScoreShape {
  const settings = findRecord(database, definitionOf('setting'), SETTING_ID);
  return (settings?.['scoreShape'] as ScoreShape | undefined) ?? 'target';
}

function soundShape(shape: ScoreShape): ScoreShape {
  const problems = typeof shape === 'string' ? [] : shapeProblems(shape);
  return problems.length > 0 ? failFields(problems) : shape;
}

export function planService(database: ReadDatabase, subject: Subject, path = 'subject'): PlanService {
  if ('adHoc' in subject) {
    const { name, min, max, placement } = subject.adHoc;
    return { id: null, name, min, max, placement: placement ?? { ...NO_PLACEMENT_RULES } };
  }
  return storedService(database, resolveReference(database, 'service', subject.service, `${path}.service`));
}

export function serviceOfRecord(record: StoredRecord): PlanService {
  return {
    id: record.id,
    name: String(record['name']),
    min: record['minSpec'] as ResourceSpec,
    max: record['maxSpec'] as ResourceSpec,
    placement: record['placement'] as PlacementRules,
  };
}

export function storedService(database: ReadDatabase, id: string): PlanService {
  return serviceOfRecord(
    findRecord(database, definitionOf('service'), id) ?? fail('E_NOT_FOUND', 'The service is no longer there.'),
  );
}
