import { fail } from '../../../shared/contract/failure.ts';
import { definitionOf } from '../../../shared/domain/nouns.ts';
import type { Candidate, Rejection } from '../../../shared/domain/plan.ts';
import { RESOURCE_KEYS } from '../../../shared/domain/resource.ts';
import type { ResourceSpec } from '../../../shared/domain/service.ts';
import { reasonText } from '../../../shared/rules/placement-reason-text.ts';
import type { WriteContext } from '../../db/write-context.ts';
import type { NounRules } from '../../session/noun-rules.ts';
import { overriddenAssignmentRule, plannedAssignmentRule } from '../assignment/service.ts';
import { createRow, updateRow } from '../object/service.ts';
import { presentAssignment } from './assignment-repository.ts';

/** What one service is to hold on one compute more than it does. */
export interface Booking {
  readonly serviceId: string;
  readonly computeId: string;
  /** Instances added to those that are there. */
  readonly quantity: number;
  /** Per instance, for the ones already there too. */
  readonly allocated: ResourceSpec;
  readonly overrideReason?: string | undefined;
}

export function withoutZeros(allocated: Readonly<ResourceSpec>): ResourceSpec {
  return Object.fromEntries(Object.entries(allocated).filter(([, amount]) => amount > 0));
}

export function refuseRejected(service: string, verdict: Rejection): never {
  const reasons = verdict.reasons.map(reasonText);
  return fail('E_CAPACITY', `${verdict.compute} can no longer take ${service}: ${reasons.join(' ')}`, {
    details: { reasons },
  });
}

/** A preview that no longer shows what would be booked is not booked. */
export function refuseChanged(candidate: Candidate, previewed: ResourceSpec): void {
  const differs = RESOURCE_KEYS.some((key) => (candidate.allocated[key] ?? 0) !== (previewed[key] ?? 0));
  if (differs)
    fail(
      'E_CONFLICT',
      `The fleet has changed since this preview: ${candidate.compute} would now be booked differently. Plan again.`,
    );
}

/**
 * Writes the one assignment of a service on a compute that the planner has just allowed; capacity is checked once more as
 * the row is written. Answers the assignment's id.
 */
export function writeBooking(context: WriteContext, rules: NounRules, booking: Booking): string {
  const { serviceId, computeId, quantity, overrideReason } = booking;
  const rule = overrideReason === undefined ? plannedAssignmentRule : overriddenAssignmentRule;
  const planned: NounRules = { ...rules, assignment: rule };
  const definition = definitionOf('assignment');
  const allocated = withoutZeros(booking.allocated);
  const reason = overrideReason === undefined ? {} : { overrideReason };
  const present = presentAssignment(context.database, serviceId, computeId);
  if (!present) {
    return createRow(context, planned, definition, { serviceId, computeId, quantity, allocated, ...reason }).id;
  }
  updateRow(context, planned, definition, present.id, { quantity: present.quantity + quantity, allocated, ...reason });
  return present.id;
}
