import { COMPUTE_STATES, type ComputeState } from '../../shared/domain/compute.ts';
import type { ResourceSpec } from '../../shared/domain/service.ts';
import type { TagMap } from '../../shared/domain/tag.ts';
import { RESOURCE_COUNT, amountsOf, type Amounts } from './amounts.ts';
import { writeBit } from './bitset.ts';
import {
  createColumns,
  reserveRows,
  type AmountColumn,
  type Booking,
  type PlannerAssignment,
  type PlannerColumns,
  type PlannerCompute,
} from './columns.ts';
import { createTagColumn, writeTag } from './tag-column.ts';

const INT32_MAX = 2 ** 31 - 1;

/** The columns of a whole fleet. Assignments of a compute that is not listed throw. O(computes + assignments). */
export function buildColumns(
  computes: Iterable<PlannerCompute>,
  assignments: Iterable<PlannerAssignment>,
): PlannerColumns {
  const columns = createColumns(Array.isArray(computes) ? Math.max(64, computes.length) : 64);
  for (const compute of computes) upsertCompute(columns, compute);
  for (const { serviceId, computeId, quantity, allocated } of assignments) {
    applyAssignment(columns, { serviceId, computeId, before: null, after: { quantity, allocated } });
  }
  return columns;
}

/** Adds a compute, or brings its name, state, tags and totals up to date; its assignments stay. */
export function upsertCompute(columns: PlannerColumns, compute: PlannerCompute): void {
  const known = columns.rowOf.get(compute.id);
  const row = known ?? takeRow(columns, compute.id);
  columns.names[row] = compute.name;
  writeState(columns, row, compute.state);
  if (known !== undefined) clearTagsExcept(columns, row, compute.tags);
  addTags(columns, row, compute.tags);
  writeTotal(columns, row, compute.total);
}

/** Takes a compute and whatever is booked on it out of the columns; an unknown id is ignored. */
export function removeCompute(columns: PlannerColumns, computeId: string): void {
  const row = columns.rowOf.get(computeId);
  if (row === undefined) return;
  for (const [serviceId, rows] of columns.bookings) {
    if (!rows.has(row)) continue;
    const own = ownBookings(columns, serviceId);
    own.delete(row);
    columns.bookings.set(serviceId, own);
  }
  for (const column of columns.tags.values()) writeTag(column, row, null);
  for (const column of [...columns.total, ...columns.used]) column[row] = 0;
  columns.base[row] = 0;
  columns.measured[row] = 0;
  columns.state[row] = 0;
  writeBit(columns.live, row, false);
  writeBit(columns.active, row, false);
  columns.rowOf.delete(computeId);
  columns.ids[row] = '';
  columns.names[row] = '';
  columns.freeRows.push(row);
  columns.computeCount--;
}

/** Replaces all tags of a compute, the read-only @ ones included. */
export function setTags(columns: PlannerColumns, computeId: string, tags: Readonly<TagMap>): void {
  const row = rowOfCompute(columns, computeId);
  clearTagsExcept(columns, row, tags);
  addTags(columns, row, tags);
}

export function setState(columns: PlannerColumns, computeId: string, state: ComputeState): void {
  writeState(columns, rowOfCompute(columns, computeId), state);
}

/** Replaces the capacity of a compute, for instance after a component was fitted. */
export function setTotal(columns: PlannerColumns, computeId: string, total: ResourceSpec): void {
  writeTotal(columns, rowOfCompute(columns, computeId), total);
}

/** An assignment before and after a change; null: there is none. Swapping the two undoes the change bit for bit. */
export interface AssignmentChange {
  readonly serviceId: string;
  readonly computeId: string;
  readonly before: Pick<PlannerAssignment, 'quantity' | 'allocated'> | null;
  readonly after: Pick<PlannerAssignment, 'quantity' | 'allocated'> | null;
}

/**
 * Books, changes or frees an assignment in O(resources). `before` is only for the caller's undo: what is taken off is what
 * the columns hold, so a repeated change books nothing twice. Throws for a compute that is not in the columns, except
 * when the assignment goes away with it.
 */
export function applyAssignment(columns: PlannerColumns, change: AssignmentChange): void {
  const row = columns.rowOf.get(change.computeId);
  if (row === undefined && change.after === null) return;
  const knownRow = row ?? rowOfCompute(columns, change.computeId);
  const after = change.after && { quantity: change.after.quantity, allocated: amountsOf(change.after.allocated) };
  writeBooking(columns, change.serviceId, knownRow, after);
}

/** The row form of `applyAssignment`, for the batch planner's forks. */
export function writeBooking(columns: PlannerColumns, serviceId: string, row: number, after: Booking | null): void {
  const rows = ownBookings(columns, serviceId);
  const before = rows.get(row);
  for (let resource = 0; resource < RESOURCE_COUNT; resource++) {
    const freed = before ? before.quantity * (before.allocated[resource] ?? 0) : 0;
    const booked = after ? after.quantity * (after.allocated[resource] ?? 0) : 0;
    if (freed !== booked)
      writeAmount(columns.used, resource, row, (columns.used[resource]?.[row] ?? 0) - freed + booked);
  }
  if (after) rows.set(row, after);
  else rows.delete(row);
  if (rows.size > 0) columns.bookings.set(serviceId, rows);
  else columns.bookings.delete(serviceId);
  refreshBase(columns, row);
}

function ownBookings(columns: PlannerColumns, serviceId: string): Map<number, Booking> {
  const rows = columns.bookings.get(serviceId);
  if (!columns.copiedServices || columns.copiedServices.has(serviceId)) return rows ?? new Map<number, Booking>();
  columns.copiedServices.add(serviceId);
  return new Map(rows);
}

function rowOfCompute(columns: PlannerColumns, computeId: string): number {
  const row = columns.rowOf.get(computeId);
  if (row === undefined) throw new RangeError(`Compute ${computeId} is not in the planner's columns.`);
  return row;
}

function takeRow(columns: PlannerColumns, computeId: string): number {
  const row = columns.freeRows.pop() ?? columns.rowCount++;
  reserveRows(columns, row + 1);
  columns.ids[row] = computeId;
  columns.rowOf.set(computeId, row);
  columns.computeCount++;
  writeBit(columns.live, row, true);
  return row;
}

function writeState(columns: PlannerColumns, row: number, state: ComputeState): void {
  columns.state[row] = COMPUTE_STATES.findIndex((choice) => choice.value === state) + 1;
  writeBit(columns.active, row, state === 'active');
}

function clearTagsExcept(columns: PlannerColumns, row: number, kept: Readonly<TagMap>): void {
  for (const [key, column] of columns.tags) if (!Object.hasOwn(kept, key)) writeTag(column, row, null);
}

function addTags(columns: PlannerColumns, row: number, tags: Readonly<TagMap>): void {
  for (const [key, value] of Object.entries(tags)) {
    let column = columns.tags.get(key);
    if (!column) {
      column = createTagColumn(columns.rowCapacity);
      columns.tags.set(key, column);
    }
    writeTag(column, row, value);
  }
}

function writeTotal(columns: PlannerColumns, row: number, total: ResourceSpec): void {
  const amounts: Amounts = amountsOf(total);
  for (let resource = 0; resource < RESOURCE_COUNT; resource++)
    writeAmount(columns.total, resource, row, amounts[resource] ?? 0);
  refreshBase(columns, row);
}

function writeAmount(target: AmountColumn[], resource: number, row: number, amount: number): void {
  let column = target[resource];
  if (!column) return;
  if (amount > INT32_MAX && column instanceof Int32Array) {
    column = Float64Array.from(column);
    target[resource] = column;
  }
  column[row] = amount;
}

/** Recomputed from the row alone rather than adjusted, so it never drifts however many changes have passed. */
function refreshBase(columns: PlannerColumns, row: number): void {
  let sum = 0;
  let measured = 0;
  for (let resource = 0; resource < RESOURCE_COUNT; resource++) {
    const total = columns.total[resource]?.[row] ?? 0;
    if (total <= 0) continue;
    measured++;
    sum += Math.min(1, (columns.used[resource]?.[row] ?? 0) / total);
  }
  columns.base[row] = measured > 0 ? sum / measured : 0;
  columns.measured[row] = measured;
}
