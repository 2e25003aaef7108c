import type { PlanRequest } from '../../shared/domain/plan.ts';
import type { BatchPlan, Unplaced } from '../../shared/domain/plan-recommendation.ts';
import { RESOURCE_KEYS } from '../../shared/domain/resource.ts';
import { RESOURCE_COUNT, amountsOf, resourceAt } from './amounts.ts';
import { amountAt, type Booking, type PlannerColumns } from './columns.ts';
import { compilePlan, type CompiledPlan } from './compiled-plan.ts';
import { conflictOf } from './conflict.ts';
import { hasBit } from './bitset.ts';
import { createAllotment, readRoom } from './demand.ts';
import { RESOURCE_BITS } from './patterns.ts';
import { rank } from './rank.ts';

/**
 * What instances of a service already on a row could give up, down to its min: booking one more may lower them to a
 * common step (demand.ts), so a proof has to grant it.
 */
function reclaimable(booking: Booking | null, min: readonly number[], resource: number): number {
  if (!booking) return 0;
  return booking.quantity * Math.max(0, (booking.allocated[resource] ?? 0) - (min[resource] ?? 0));
}

/** What a batch asks for in all, and what there is for it; the same for every service of it. */
export interface BatchTotals {
  /** Per resource, the most each active compute could offer the batch, largest first. */
  readonly offers: readonly (readonly number[])[];
  /** Per resource, what all instances need at min. */
  readonly needs: readonly number[];
}

/** Adds up a batch, once for all its bounds and proofs; yields after each resource. */
export function* batchTotals(
  columns: PlannerColumns,
  requests: readonly PlanRequest[],
): Generator<void, BatchTotals, void> {
  const running = requests.flatMap(({ service }) => {
    const bookings = service.id === null ? undefined : columns.bookings.get(service.id);
    return bookings ? [{ bookings, min: amountsOf(service.min) }] : [];
  });
  const offers: number[][] = [];
  for (let resource = 0; resource < RESOURCE_COUNT; resource++) {
    const amounts: number[] = [];
    for (let row = 0; row < columns.rowCount; row++) {
      if (!hasBit(columns.active, row)) continue;
      let offer = amountAt(columns.total, row, resource) - amountAt(columns.used, row, resource);
      for (const { bookings, min } of running) offer += reclaimable(bookings.get(row) ?? null, min, resource);
      amounts.push(Math.max(0, offer));
    }
    offers.push([...Float64Array.from(amounts).toSorted().toReversed()]);
    yield;
  }
  return { offers, needs: RESOURCE_KEYS.map((_, resource) => needOf(requests, resource)) };
}

/** How many of the largest amounts add up to `need`; null when all together do not. */
function fewestToReach(amounts: readonly number[], need: number): number | null {
  let sum = 0;
  for (const [index, amount] of amounts.entries()) {
    if (sum >= need) return index;
    sum += amount;
  }
  return sum >= need ? amounts.length : null;
}

function needOf(requests: readonly PlanRequest[], resource: number): number {
  return requests.reduce((sum, request) => sum + request.quantity * (amountsOf(request.service.min)[resource] ?? 0), 0);
}

/**
 * A number of computes below which no packing exists: per resource, the fewest computes whose free amounts add up to the
 * needs at min (on equal computes the ceiling of need / size), and per service its quantity / spreadMax. A bound only:
 * reaching it proves nothing about feasibility.
 */
export function lowerBoundOf(
  { offers, needs }: BatchTotals,
  requests: readonly PlanRequest[],
): BatchPlan['lowerBound'] {
  let bound: { computes: number; resource: BatchPlan['lowerBound']['resource'] } = { computes: 0, resource: null };
  for (let resource = 0; resource < RESOURCE_COUNT; resource++) {
    const computes = fewestToReach(offers[resource] ?? [], needs[resource] ?? 0);
    if (computes === null) return { computes: null, resource: resourceAt(resource) };
    if (computes > bound.computes) bound = { computes, resource: resourceAt(resource) };
  }
  for (const { service, quantity } of requests) {
    const { spreadMax } = service.placement;
    const computes = spreadMax > 0 ? Math.ceil(quantity / spreadMax) : 1;
    if (computes > bound.computes) bound = { computes, resource: null };
  }
  return bound;
}

/** Instances a row could take of this service alone, at min: by amounts, and by the spread limit. */
function roomOfRow(plan: CompiledPlan, row: number, room: Float64Array): { byAmounts: number; bySpread: number } {
  const { demand, request, columns } = plan;
  const booking = plan.bookings.get(row) ?? null;
  readRoom(room, columns, demand, row);
  let byAmounts = Infinity;
  demand.min.forEach((least, resource) => {
    const most = (room[resource] ?? 0) + reclaimable(booking, demand.min, resource);
    if (least > 0) byAmounts = Math.min(byAmounts, Math.max(0, Math.floor(most / least)));
  });
  const { spreadMax } = request.service.placement;
  const running = booking?.quantity ?? 0;
  return { byAmounts, bySpread: spreadMax > 0 ? Math.max(0, spreadMax - running) : Infinity };
}

/** Proof that fewer than `quantity` instances of this service fit although nothing else of the batch is placed. */
function roomCertificate(columns: PlannerColumns, request: PlanRequest): Unplaced['certificate'] | null {
  const plan = compilePlan(columns, { ...request, quantity: 1 });
  const { room } = createAllotment();
  const [topologyFree, total] = [new Set<number>(), { room: 0, bySpread: 0 }];
  plan.rowRules.forEach((rule, index) => {
    if (rule.kind === 'topology') topologyFree.add(index);
  });
  plan.patterns.codes.forEach((code, row) => {
    const failed = plan.patterns.members[code >> RESOURCE_BITS];
    if (code < 0 || failed?.some((index) => !topologyFree.has(index))) return;
    const { byAmounts, bySpread } = roomOfRow(plan, row, room);
    total.room += Math.min(byAmounts, bySpread);
    total.bySpread += bySpread;
  });
  if (total.room >= request.quantity) return null;
  return { kind: 'room', room: total.room, limitedBy: total.bySpread < request.quantity ? 'spread' : 'amounts' };
}

/** Why instances of `request` stayed out, with the strongest proof there is; `columns` are those before the batch. */
export function certificateOf(
  columns: PlannerColumns,
  request: PlanRequest,
  { offers, needs }: BatchTotals,
): Unplaced['certificate'] {
  const alone = rank(columns, { ...request, quantity: 1, top: 1 });
  if (alone.candidateCount === 0) return { kind: 'fits-nowhere', conflict: conflictOf(alone) };
  const room = roomCertificate(columns, request);
  if (room) return room;
  for (let resource = 0; resource < RESOURCE_COUNT; resource++) {
    const need = needs[resource] ?? 0;
    const free = (offers[resource] ?? []).reduce((sum, amount) => sum + amount, 0);
    if (need > free) return { kind: 'total-exceeded', resource: resourceAt(resource), need, free };
  }
  return { kind: 'not-proven' };
}
