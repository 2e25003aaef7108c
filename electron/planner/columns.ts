import { COMPUTE_STATES, type ComputeState } from '../../shared/domain/compute.ts';
import type { ResourceSpec } from '../../shared/domain/service.ts';
import type { TagMap } from '../../shared/domain/tag.ts';
import { RESOURCE_COUNT, type Amounts } from './amounts.ts';
import { createBitset, grownBitset, type Bitset } from './bitset.ts';
import { copyOfTagColumn, growTagColumn, readTag, type TagColumn } from './tag-column.ts';

/** A compute as the planner is told of it. `tags` holds the user's tags and the read-only `@site @room @row @rack @provider @region @type`. */
export interface PlannerCompute {
  readonly id: string;
  readonly name: string;
  readonly state: ComputeState;
  readonly tags: Readonly<TagMap>;
  /** Whole capacity, RAID and units already settled by the one totals function. */
  readonly total: ResourceSpec;
}

/** A service on a compute: `quantity` instances, each with `allocated`. What is booked is the sum of these, nothing else. */
export interface PlannerAssignment {
  readonly serviceId: string;
  readonly computeId: string;
  readonly quantity: number;
  readonly allocated: ResourceSpec;
}

/** What a service holds on one compute: instances and the amounts of each. */
export interface Booking {
  readonly quantity: number;
  readonly allocated: Amounts;
}

export type AmountColumn = Int32Array<ArrayBuffer> | Float64Array<ArrayBuffer>;

/**
 * The fleet as columns, one row per compute. A removed compute leaves a free row (state 0) that the next one takes, so
 * row numbers mean nothing to callers and never decide an order. Written only by columns-change.ts.
 */
export interface PlannerColumns {
  rowCapacity: number;
  /** Rows ever used; rows at and beyond it are blank. */
  rowCount: number;
  computeCount: number;
  readonly ids: string[];
  readonly names: string[];
  readonly rowOf: Map<string, number>;
  readonly freeRows: number[];
  /** 0: free row; otherwise 1 + index in COMPUTE_STATES. */
  state: Uint8Array<ArrayBuffer>;
  live: Bitset;
  active: Bitset;
  /** Per resource. Int32 until an amount passes 2^31 - 1, then Float64, exact to 2^53. */
  readonly total: AmountColumn[];
  readonly used: AmountColumn[];
  /** Mean of min(1, used/total) over the resources with a total; 0 without any. */
  base: Float64Array<ArrayBuffer>;
  /** How many resources have a total. */
  measured: Uint8Array<ArrayBuffer>;
  readonly tags: Map<string, TagColumn>;
  /** Bookings per service, then per row: the spread counts. */
  readonly bookings: Map<string, Map<number, Booking>>;
  /**
   * Null: the bookings of all services are its own. Else those of these services are; the others may be shared with a fork or
   * a snapshot, and are copied at their first change.
   */
  copiedServices: Set<string> | null;
}

export function createColumns(rowCapacity = 64): PlannerColumns {
  const amountColumns = (): AmountColumn[] => Array.from({ length: RESOURCE_COUNT }, () => new Int32Array(rowCapacity));
  return {
    rowCapacity,
    rowCount: 0,
    computeCount: 0,
    ids: [],
    names: [],
    rowOf: new Map(),
    freeRows: [],
    state: new Uint8Array(rowCapacity),
    live: createBitset(rowCapacity),
    active: createBitset(rowCapacity),
    total: amountColumns(),
    used: amountColumns(),
    base: new Float64Array(rowCapacity),
    measured: new Uint8Array(rowCapacity),
    tags: new Map(),
    bookings: new Map(),
    copiedServices: null,
  };
}

function grown<Column extends Uint8Array<ArrayBuffer> | AmountColumn>(column: Column, rowCapacity: number): Column {
  const result = new (column.constructor as new (length: number) => Column)(rowCapacity);
  result.set(column);
  return result;
}

/** Makes room for at least `rowCapacity` rows, doubling so that adding rows one by one stays linear. */
export function reserveRows(columns: PlannerColumns, rowCapacity: number): void {
  if (rowCapacity <= columns.rowCapacity) return;
  const capacity = Math.max(rowCapacity, columns.rowCapacity * 2);
  columns.rowCapacity = capacity;
  columns.state = grown(columns.state, capacity);
  columns.measured = grown(columns.measured, capacity);
  columns.base = grown(columns.base, capacity);
  columns.live = grownBitset(columns.live, capacity);
  columns.active = grownBitset(columns.active, capacity);
  columns.total.forEach((column, index) => (columns.total[index] = grown(column, capacity)));
  columns.used.forEach((column, index) => (columns.used[index] = grown(column, capacity)));
  for (const column of columns.tags.values()) growTagColumn(column, capacity);
}

export function amountAt(columns: readonly AmountColumn[], row: number, resource: number): number {
  return columns[resource]?.[row] ?? 0;
}

export function amountsAt(columns: readonly AmountColumn[], row: number): number[] {
  return columns.map((column) => column[row] ?? 0);
}

export function stateAt(columns: PlannerColumns, row: number): ComputeState | null {
  return COMPUTE_STATES[(columns.state[row] ?? 0) - 1]?.value ?? null;
}

export function tagAt(columns: PlannerColumns, row: number, key: string): string | null {
  return readTag(columns.tags.get(key), row);
}

export function bookingAt(columns: PlannerColumns, serviceId: string | null, row: number): Booking | null {
  if (serviceId === null) return null;
  return columns.bookings.get(serviceId)?.get(row) ?? null;
}

/**
 * A private copy for trying things out: amounts, states and bookings are copied (bookings of a service at its first change), so changes to
 * them do not reach the original. Tags are shared, and so are ids and names: on a fork only `applyAssignment`, `setState` and `setTotal` may be used.
 */
export function forkColumns(columns: PlannerColumns): PlannerColumns {
  return {
    ...columns,
    state: columns.state.slice(),
    active: columns.active.slice(),
    total: columns.total.map((column) => column.slice()),
    used: columns.used.map((column) => column.slice()),
    base: columns.base.slice(),
    measured: columns.measured.slice(),
    bookings: new Map(columns.bookings),
    copiedServices: new Set(),
  };
}

/**
 * The fleet at this moment, for work that goes on while the columns are kept current: no change to them shows in it. Bookings
 * are shared until the columns change them.
 */
export function snapshotColumns(columns: PlannerColumns): PlannerColumns {
  const tags = [...columns.tags].map(([key, column]) => [key, copyOfTagColumn(column)] as const);
  columns.copiedServices = new Set();
  return {
    ...forkColumns(columns),
    ids: [...columns.ids],
    names: [...columns.names],
    rowOf: new Map(columns.rowOf),
    freeRows: [...columns.freeRows],
    live: columns.live.slice(),
    tags: new Map(tags),
  };
}
