import type { z } from 'zod';
import type { serviceContract, ServiceWhere } from '../../../shared/contract/service.ts';
import type { PlanService } from '../../../shared/domain/plan.ts';
import { placementInWords } from '../../../shared/rules/placement-words.ts';
import { vectorOf } from '../../planner/amounts.ts';
import type { PlannerColumns } from '../../planner/columns.ts';
import { compareText } from '../../planner/figures.ts';
import { withoutZeros } from './booking.ts';
import { brokenAt, brokenTogether } from './compliance.ts';
import { standsAt } from './stands.ts';

type Drift = z.output<NonNullable<(typeof serviceContract.drift)['~orpc']['outputSchema']>>[number];

/** Reasons why capacity or rules were set aside, by compute. */
export type Overrides = ReadonlyMap<string, string>;

/**
 * Where a service runs, and whether its rules still hold there. What was booked against a rule on purpose, with a reason,
 * is shown with its broken rules and does not count as drift.
 */
export function whereService(columns: PlannerColumns, service: PlanService, overrides: Overrides): ServiceWhere {
  const bookings = [...(columns.bookings.get(service.id ?? '') ?? [])];
  const rows = bookings.map(([row, booking]) => {
    const computeId = columns.ids[row] ?? '';
    return {
      computeId,
      compute: columns.names[row] ?? '',
      stands: standsAt(columns, row),
      quantity: booking.quantity,
      allocated: withoutZeros(vectorOf(booking.allocated)),
      overrideReason: overrides.get(computeId) ?? null,
      broken: brokenAt(columns, service, row, booking),
    };
  });
  const together = brokenTogether(columns, service);
  return {
    serviceId: service.id ?? '',
    service: service.name,
    instances: rows.reduce((sum, row) => sum + row.quantity, 0),
    holds: together.length === 0 && rows.every((row) => row.broken.length === 0 || row.overrideReason !== null),
    words: placementInWords(service.placement),
    rows: rows.toSorted(
      (left, right) => right.broken.length - left.broken.length || compareText(left.compute, right.compute),
    ),
    together,
  };
}

/** Every service of which some rule no longer holds, by name. */
export function driftOf(
  columns: PlannerColumns,
  services: Iterable<PlanService>,
  overridesOf: (serviceId: string) => Overrides,
): Drift[] {
  return [...services].flatMap((service): Drift[] => {
    const where = whereService(columns, service, overridesOf(service.id ?? ''));
    if (where.holds) return [];
    const drifted = where.rows.filter((row) => row.broken.length > 0 && row.overrideReason === null);
    const messages = [
      ...where.together.map(({ message }) => message),
      ...drifted.flatMap((row) => row.broken.map(({ message }) => `${row.compute}: ${message}`)),
    ];
    return [{ serviceId: where.serviceId, service: where.service, computes: drifted.length, messages }];
  });
}
