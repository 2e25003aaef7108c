import type { PlanRequest, RejectionReason } from '../../../shared/domain/plan.ts';
import { RESOURCE_KEYS, type ResourceKey } from '../../../shared/domain/resource.ts';
import { expressionHolds, selectorMatches, tagValue, termsOf } from '../../../shared/rules/selector.ts';
import type { PlannerAssignment, PlannerCompute } from '../columns.ts';
import type { FleetData } from './arbitraries.ts';

/**
 * The planner's rules once more, compute by compute from plain data, without columns, bits or patterns: what the fast
 * planner is compared with. Slow on purpose.
 */
export function oracleReasons(
  fleet: FleetData,
  request: PlanRequest,
  compute: PlannerCompute,
): RejectionReason['code'][] {
  const { constraints, service } = request;
  const { affinity, antiAffinity, spreadMax } = service.placement;
  const codes: RejectionReason['code'][] = [];
  if (compute.state !== 'active') codes.push('STATE');
  for (const [key, value] of Object.entries(constraints.tags ?? {}))
    if (tagValue(compute.tags, key) !== value) codes.push('TAG');
  if (constraints.computeIds && !constraints.computeIds.includes(compute.id)) codes.push('QUERY');
  for (const term of affinity.flatMap(termsOf)) {
    if (!expressionHolds(term, tagValue(compute.tags, term.key))) codes.push('AFFINITY_NOT_MATCHED');
  }
  for (const selector of antiAffinity) if (selectorMatches(selector, compute.tags)) codes.push('ANTI_AFFINITY_MATCHED');
  if (spreadMax > 0 && running(fleet, compute) + request.quantity > spreadMax) codes.push('SPREAD');
  codes.push(...topologyCodes(fleet, request, compute));
  return [...codes, ...RESOURCE_KEYS.flatMap((key) => resourceCode(fleet, request, compute, key) ?? [])];
}

function own(fleet: FleetData, compute: PlannerCompute): PlannerAssignment | undefined {
  return fleet.assignments.find((entry) => entry.computeId === compute.id && entry.serviceId === 'wanted');
}

function running(fleet: FleetData, compute: PlannerCompute): number {
  return own(fleet, compute)?.quantity ?? 0;
}

function topologyCodes(fleet: FleetData, request: PlanRequest, compute: PlannerCompute): 'TOPOLOGY'[] {
  const inScope = (entry: PlannerCompute): boolean =>
    entry.state === 'active' &&
    Object.entries(request.constraints.tags ?? {}).every(([key, value]) => tagValue(entry.tags, key) === value) &&
    (request.constraints.computeIds?.includes(entry.id) ?? true);
  return request.service.placement.topologySpread.flatMap(({ key, maxSkew }) => {
    const value = tagValue(compute.tags, key);
    if (value === null) return ['TOPOLOGY' as const];
    const count = (wanted: string): number =>
      fleet.computes
        .filter((entry) => tagValue(entry.tags, key) === wanted)
        .reduce((sum, entry) => sum + running(fleet, entry), 0) + (wanted === value ? request.quantity : 0);
    const eligible = fleet.computes.filter(inScope).flatMap((entry) => tagValue(entry.tags, key) ?? []);
    const least = Math.min(...eligible.map(count), count(value));
    return count(value) - least > maxSkew ? ['TOPOLOGY' as const] : [];
  });
}

function resourceCode(
  fleet: FleetData,
  request: PlanRequest,
  compute: PlannerCompute,
  key: ResourceKey,
): RejectionReason['code'] | null {
  const least = request.service.min[key] ?? 0;
  if (least === 0) return null;
  const total = compute.total[key] ?? 0;
  const used = fleet.assignments
    .filter((entry) => entry.computeId === compute.id)
    .reduce((sum, entry) => sum + entry.quantity * (entry.allocated[key] ?? 0), 0);
  const mine = own(fleet, compute);
  const raised = mine ? (mine.quantity + request.quantity) * least - mine.quantity * (mine.allocated[key] ?? 0) : 0;
  const need = Math.max(request.quantity * least, raised);
  if (total === 0) return 'NO_SUCH_RESOURCE';
  if (used + need > total) return 'INSUFFICIENT';
  return used + need > total - Math.ceil(total * (request.buffer[key] ?? 0) - 1e-9) ? 'BUFFER' : null;
}
