import type { PlanRequest, PlanRule } from '../../shared/domain/plan.ts';
import { bestUtilisation, pointsOf, type UtilisationShape } from '../../shared/rules/utilisation-score.ts';
import { resourceAt } from './amounts.ts';
import type { Booking, PlannerColumns } from './columns.ts';
import { demandOf, type Demand } from './demand.ts';
import { RESOURCE_BITS, buildPatterns, type PatternTable } from './patterns.ts';
import { rowRules, type RowRule } from './rules.ts';

/** A request bound to columns: what filtering, scoring and explaining all read. */
export interface CompiledPlan {
  readonly columns: PlannerColumns;
  readonly request: PlanRequest;
  readonly demand: Demand;
  readonly shape: UtilisationShape;
  /** What the shape scores best: decides between equal scores. */
  readonly bestUtilisation: number;
  readonly rowRules: readonly RowRule[];
  readonly patterns: PatternTable;
  /** Row rules and then one rule per resource asked for: the whole list a compute can fail. */
  readonly rules: readonly PlanRule[];
  /** Index in `rules` of each resource's rule; -1 where nothing is asked. */
  readonly resourceRule: readonly number[];
  /** Bookings of the requested service by row; those rows are judged one by one. */
  readonly bookings: ReadonlyMap<number, Booking>;
}

const NO_BOOKINGS: ReadonlyMap<number, Booking> = new Map<number, Booking>();

export function compilePlan(columns: PlannerColumns, request: PlanRequest): CompiledPlan {
  const demand = demandOf(request);
  const perRow = rowRules(columns, request);
  const shape = pointsOf(request.shape);
  const resourceRules = demand.min.flatMap((amount, resource): { resource: number; rule: PlanRule }[] => {
    const about = resourceAt(resource);
    return amount > 0 ? [{ resource, rule: { code: 'INSUFFICIENT', rule: `service.min.${about}`, about } }] : [];
  });
  const { id } = request.service;
  return {
    columns,
    request,
    demand,
    shape,
    bestUtilisation: bestUtilisation(shape),
    rowRules: perRow,
    patterns: buildPatterns(columns, perRow),
    rules: [...perRow.map((entry) => entry.rule), ...resourceRules.map((entry) => entry.rule)],
    resourceRule: demand.min.map((_, resource) => {
      const position = resourceRules.findIndex((entry) => entry.resource === resource);
      return position < 0 ? -1 : perRow.length + position;
    }),
    bookings: (id === null ? undefined : columns.bookings.get(id)) ?? NO_BOOKINGS,
  };
}

/**
 * Rules (indexes in `plan.rules`) behind a row's verdict number, ascending. The number is the row's pattern of failed row
 * rules times 32 plus one bit per resource that does not fit.
 */
export function failedRules(plan: CompiledPlan, code: number): number[] {
  const rowFailures = plan.patterns.members[code >> RESOURCE_BITS] ?? [];
  const resources = plan.resourceRule.filter((_, resource) => ((code >> resource) & 1) === 1);
  return [...rowFailures, ...resources];
}
