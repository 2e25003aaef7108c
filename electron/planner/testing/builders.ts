import type { PlanRequest, PlanRequestInput } from '../../../shared/domain/plan.ts';
import type { ResourceSpec } from '../../../shared/domain/service.ts';
import { PART_KINDS, groupSlots, type FreeSlots, type PartKind, type SlotGroup } from '../catalogue.ts';
import { buildColumns } from '../columns-change.ts';
import type { PlannerAssignment, PlannerColumns, PlannerCompute } from '../columns.ts';
import { rank, readPlanRequest, type Ranking } from '../rank.ts';

/** An active compute whose id is its name. */
export function aCompute(name: string, total: ResourceSpec, rest: Partial<PlannerCompute> = {}): PlannerCompute {
  return { id: name, name, state: 'active', tags: {}, total, ...rest };
}

/** One instance of some other service with these amounts. */
export function booked(
  computeId: string,
  allocated: ResourceSpec,
  rest: Partial<PlannerAssignment> = {},
): PlannerAssignment {
  return { serviceId: 'other', computeId, quantity: 1, allocated, ...rest };
}

export function aFleet(
  computes: readonly PlannerCompute[],
  assignments: readonly PlannerAssignment[] = [],
): PlannerColumns {
  return buildColumns(computes, assignments);
}

export type RequestOptions = Omit<Partial<PlanRequestInput>, 'service'> & Partial<PlanRequestInput['service']>;

/** A request for the service `wanted` with this minimum; service fields and request fields may be given side by side. */
export function aRequest(min: ResourceSpec, options: RequestOptions = {}): PlanRequest {
  const { id = 'wanted', name = 'wanted', max, placement, ...rest } = options;
  const service = { id, name, min, ...(max ? { max } : {}), ...(placement ? { placement } : {}) };
  return readPlanRequest({ ...rest, service });
}

export function rankOn(columns: PlannerColumns, min: ResourceSpec, options: RequestOptions = {}): Ranking {
  return rank(columns, aRequest(min, options));
}

/** `GB` of memory in the planner's MB. */
export const gb = (amount: number): number => amount * 1024;

const SLOT_OF = { cpu: 'cpu', ram: 'dimm', storage: 'bay', gpu: 'pcie' } as const;

/** Slots that take any part of their kind, by number: `{ cpu: 1, ram: 8 }`. */
export function slotCounts(counts: Partial<Record<PartKind, number>>): SlotGroup[] {
  return PART_KINDS.flatMap((kind) => {
    const names = Array.from({ length: counts[kind] ?? 0 }, (_, index) => `${kind}${index + 1}`);
    return groupSlots(names.map((name) => ({ name, kind: SLOT_OF[kind] })));
  });
}

/** Free slots of a machine of which nothing else is known. */
export function freeSlots(counts: Partial<Record<PartKind, number>>): FreeSlots {
  return { groups: slotCounts(counts), sockets: 0, memorySlots: 0, cpus: 0, dimms: 0, cpuName: null };
}
