import type { PlanRequest } from '../../shared/domain/plan.ts';
import { RESOURCE_COUNT, amountsOf, type Amounts } from './amounts.ts';
import type { Booking, PlannerColumns } from './columns.ts';

/** What a request asks of one compute, per instance, with the room to keep free. */
export interface Demand {
  readonly quantity: number;
  readonly min: Amounts;
  /** Equal to `min` when the user chose to book the minimum. */
  readonly max: Amounts;
  /** The service's own maximum, whatever the basis: tells whether a booking is `max`, `partial` or `min-only`. */
  readonly fullMax: Amounts;
  /** Fraction of each resource's total to keep free. */
  readonly buffer: Amounts;
}

/** Hundredths between min and max: the common step of planner.md section 3.6. */
export const BASIS_STEPS = 100;

/**
 * What booking the request on one compute does to it. One such record is reused for row after row: ranking a large
 * fleet must not allocate per row.
 */
export interface Allotment {
  /** Free beyond the buffer before; negative where over-booked. */
  readonly room: Float64Array<ArrayBuffer>;
  /** Per instance, for all instances of the service on the compute. */
  readonly allocated: Float64Array<ArrayBuffer>;
  /** Added to what is booked; negative only where instances already there give way to the common step. */
  readonly added: Float64Array<ArrayBuffer>;
  /** Hundredths of the way from min to max; -1 when the stored allocation is kept. */
  step: number;
}

export const STORED_STEP = -1;

export function createAllotment(): Allotment {
  const amounts = () => new Float64Array(RESOURCE_COUNT);
  return { room: amounts(), allocated: amounts(), added: amounts(), step: 0 };
}

export function demandOf(request: PlanRequest): Demand {
  const min = amountsOf(request.service.min);
  const fullMax = amountsOf(request.service.max, min);
  const max = request.basis === 'min' ? min : fullMax;
  return { quantity: request.quantity, min, max, fullMax, buffer: amountsOf(request.buffer) };
}

/** What must stay free: the smallest whole amount that is at least the fraction, forgiving the last bits of the product. */
export function keptFree(total: number, fraction: number): number {
  return fraction > 0 ? Math.ceil(total * fraction - 1e-9) : 0;
}

/** Fills `room` with what is free beyond the buffer. */
export function readRoom(room: Float64Array, columns: PlannerColumns, demand: Demand, row: number): void {
  for (let resource = 0; resource < RESOURCE_COUNT; resource++) {
    const total = columns.total[resource]?.[row] ?? 0;
    const used = columns.used[resource]?.[row] ?? 0;
    room[resource] = total - used - keptFree(total, demand.buffer[resource] ?? 0);
  }
}

/**
 * What must fit at the least. Where the service already runs with an allocation below today's min, the instances there
 * are raised with the new ones, since one assignment has one allocation.
 */
export function leastNeed(demand: Demand, booking: Booking | null, resource: number): number {
  const amount = demand.min[resource] ?? 0;
  const plain = demand.quantity * amount;
  if (!booking) return plain;
  const raised = (booking.quantity + demand.quantity) * amount - booking.quantity * (booking.allocated[resource] ?? 0);
  return Math.max(plain, raised);
}

/** Resources that do not fit, one bit each. A resource of which nothing is asked never rejects. */
export function resourceFailures(room: Float64Array, demand: Demand, booking: Booking | null): number {
  let bits = 0;
  for (let resource = 0; resource < RESOURCE_COUNT; resource++) {
    const need = leastNeed(demand, booking, resource);
    if ((demand.min[resource] ?? 0) > 0 && need > (room[resource] ?? 0)) bits |= 1 << resource;
  }
  return bits;
}

/**
 * The largest step at which `instances` fit into the room, where the allocation at a step is
 * min + floor((max - min) · step / 100) per instance. `held` is given back first. A resource whose min is 0 never
 * rejects, so without room for it the step stays where its floor is still 0.
 * @returns 0 to 100; 0 also when not even min fits, which the caller has excluded.
 */
function largestStep(demand: Demand, instances: number, room: Float64Array, held: Booking | null): number {
  let step = BASIS_STEPS;
  for (let resource = 0; resource < RESOURCE_COUNT; resource++) {
    const least = demand.min[resource] ?? 0;
    const range = (demand.max[resource] ?? 0) - least;
    if (range <= 0) continue;
    const givenBack = held ? held.quantity * (held.allocated[resource] ?? 0) : 0;
    const above = Math.max(0, Math.floor(((room[resource] ?? 0) + givenBack) / instances) - least);
    // floor(range · step / 100) <= above exactly while step < (above + 1) · 100 / range
    step = Math.min(step, Math.ceil(((above + 1) * BASIS_STEPS) / range) - 1);
  }
  return step;
}

function keepsStored(demand: Demand, room: Float64Array, booking: Booking): boolean {
  for (let resource = 0; resource < RESOURCE_COUNT; resource++) {
    const amount = booking.allocated[resource] ?? 0;
    if (amount < (demand.min[resource] ?? 0) || amount > (demand.fullMax[resource] ?? 0)) return false;
    if (amount > 0 && amount * demand.quantity > (room[resource] ?? 0)) return false;
  }
  return true;
}

/**
 * Fills in what will be booked on a compute where min fits and whose room is already read: max if it fits, else the
 * largest common step. Where the service already runs, its stored allocation is kept when the new instances fit with it;
 * otherwise all its instances there, old and new, take the largest common step, because one assignment has one allocation.
 */
export function allot(result: Allotment, demand: Demand, booking: Booking | null): void {
  const { room, allocated, added } = result;
  const keeps = booking !== null && keepsStored(demand, room, booking);
  const instances = demand.quantity + (booking && !keeps ? booking.quantity : 0);
  const held = keeps ? null : booking;
  const step = keeps ? STORED_STEP : largestStep(demand, instances, room, held);
  result.step = step;
  for (let resource = 0; resource < RESOURCE_COUNT; resource++) {
    const least = demand.min[resource] ?? 0;
    const range = (demand.max[resource] ?? 0) - least;
    const amount = keeps ? (booking.allocated[resource] ?? 0) : least + Math.floor((range * step) / BASIS_STEPS);
    allocated[resource] = amount;
    added[resource] = amount * instances - (held ? held.quantity * (held.allocated[resource] ?? 0) : 0);
  }
}
