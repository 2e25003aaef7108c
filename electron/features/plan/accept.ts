import { fail } from '../../../shared/contract/failure.ts';
import { definitionOf } from '../../../shared/domain/nouns.ts';
import type { PlanRequest } from '../../../shared/domain/plan.ts';
import { RESOURCE_KEYS } from '../../../shared/domain/resource.ts';
import type { ResourceSpec } from '../../../shared/domain/service.ts';
import { reasonText } from '../../../shared/rules/placement-reason-text.ts';
import type { WriteContext } from '../../db/write-context.ts';
import type { PlannerColumns } from '../../planner/columns.ts';
import { explainCompute } from '../../planner/explain.ts';
import { rank } from '../../planner/rank.ts';
import { createRow, updateRow } from '../object/service.ts';
import type { NounRules } from '../../session/noun-rules.ts';
import { storedService } from './service.ts';

export interface Acceptance {
  readonly serviceId: string;
  readonly computeId: string;
  readonly quantity: number;
  readonly allocated: ResourceSpec;
  readonly basis: 'max' | 'min';
}

/**
 * Books exactly what the candidate showed, planned again in the same turn: a fleet that has changed so that something else
 * would be booked is refused with E_CONFLICT, one that cannot take it any more with E_CAPACITY. Answers the assignment.
 */
export function acceptCandidate(
  context: WriteContext,
  rules: NounRules,
  columns: PlannerColumns,
  wanted: Acceptance,
): string {
  const request: PlanRequest = {
    service: storedService(context.database, wanted.serviceId),
    quantity: wanted.quantity,
    basis: wanted.basis,
    constraints: { computeId: wanted.computeId },
    buffer: {},
    shape: 'target',
    judgeEachResource: false,
    top: 1,
  };
  const verdict =
    explainCompute(rank(columns, request), wanted.computeId) ?? fail('E_NOT_FOUND', 'The compute is no longer there.');
  if (verdict.verdict === 'rejected') {
    const reasons = verdict.reasons.map(reasonText);
    fail('E_CAPACITY', `${verdict.compute} can no longer take ${request.service.name}: ${reasons.join(' ')}`, {
      details: { reasons },
    });
  }
  const differs = RESOURCE_KEYS.some((key) => (verdict.allocated[key] ?? 0) !== (wanted.allocated[key] ?? 0));
  if (differs)
    fail(
      'E_CONFLICT',
      `The fleet has changed since this preview: ${verdict.compute} would now be booked differently. Plan again.`,
    );
  const present = context.database
    .prepare<[string, string], { id: string; quantity: number }>(
      'SELECT id, quantity FROM assignment WHERE service_id = ? AND compute_id = ?',
    )
    .get(wanted.serviceId, wanted.computeId);
  const definition = definitionOf('assignment');
  const allocated = Object.fromEntries(Object.entries(verdict.allocated).filter(([, amount]) => amount > 0));
  if (!present) {
    const { serviceId, computeId, quantity } = wanted;
    return createRow(context, rules, definition, { serviceId, computeId, quantity, allocated }).id;
  }
  updateRow(context, rules, definition, present.id, { quantity: present.quantity + wanted.quantity, allocated });
  return present.id;
}
