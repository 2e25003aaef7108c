import type { NounDefinition } from '../../../shared/domain/noun.ts';
import type { ResourceSpec } from '../../../shared/domain/service.ts';
import type { ReadDatabase } from '../../db/connection.ts';
import type { StoredRecord } from '../../db/record-codec.ts';
import type { FleetColumns } from '../../session/session.ts';
import { applyAssignment, buildColumns, removeCompute, upsertCompute } from '../../planner/columns-change.ts';
import type { PlannerColumns } from '../../planner/columns.ts';
import { inBaysOf, plannerAssignments, plannerComputes } from './fleet-repository.ts';

interface Booking {
  readonly quantity: number;
  readonly allocated: ResourceSpec;
}

/** Past this many touched rows, loading afresh is cheaper than following the changes. */
const FOLLOWED_AT_MOST = 20_000;

const PLACE_NOUNS: ReadonlySet<string> = new Set(['site', 'room', 'row', 'rack', 'component', 'flavor', 'setting']);

const COMPUTE_NOUNS: ReadonlySet<string> = new Set([
  'compute',
  'tag',
  'placement',
  'componentAssignment',
  'assignment',
]);

/** Whether a change of such a row may show in the planner's columns. */
export function isPlanned(noun: string): boolean {
  return PLACE_NOUNS.has(noun) || COMPUTE_NOUNS.has(noun);
}

/**
 * The planner's columns of the open workspace: loaded when first asked for, then kept current by every committed change.
 * Told of rows inside the transaction, it acts only on `commit`.
 */
export class PlannerFeed implements FleetColumns {
  #columns: PlannerColumns | null = null;
  #computes = new Set<string>();
  #removed = new Set<string>();
  /** Devices whose place changed: what sits in their bays moves with them. */
  #moved = new Set<string>();
  #bookings: { serviceId: string; computeId: string; after: Booking | null }[] = [];
  #reload = false;
  /** Rows were written before the columns were asked for: the columns then show the state before the transaction. */
  #missed = false;

  columns(database: ReadDatabase): PlannerColumns {
    this.#columns ??= buildColumns(plannerComputes(database), plannerAssignments(database));
    return this.#columns;
  }

  changed(definition: NounDefinition, before: StoredRecord | null, after: StoredRecord | null): void {
    if (!this.#columns) this.#missed = true;
    if (!this.#columns || this.#reload) return;
    const { noun } = definition;
    if (PLACE_NOUNS.has(noun)) this.#reload = before !== null;
    else if (noun === 'compute') this.#computeChanged(before, after);
    else if (noun === 'tag' || noun === 'placement') this.#touchObject(before, after);
    else if (noun === 'componentAssignment')
      for (const row of [before, after]) if (row) this.#computes.add(String(row['computeId']));
    if (noun === 'assignment') this.#booked(before, after);
    if (this.#computes.size + this.#bookings.length > FOLLOWED_AT_MOST) this.#reload = true;
  }

  flush(): void {
    // The columns follow the commit, not the transaction.
  }

  forget(): void {
    this.#clear();
  }

  /** Brings the columns up to date after a commit. */
  commit(database: ReadDatabase): void {
    const columns = this.#columns;
    if (columns && (this.#reload || this.#missed || !this.#follow(columns, database))) this.#columns = null;
    this.#clear();
  }

  /** Applies what was noted; false where a booking is on a compute that came and went, which loading afresh settles. */
  #follow(columns: PlannerColumns, database: ReadDatabase): boolean {
    for (const id of this.#removed) removeCompute(columns, id);
    if (this.#moved.size > 0) for (const id of inBaysOf(database, [...this.#moved])) this.#computes.add(id);
    if (this.#computes.size > 0)
      for (const compute of plannerComputes(database, [...this.#computes])) upsertCompute(columns, compute);
    for (const { serviceId, computeId, after } of this.#bookings) {
      if (after && !columns.rowOf.has(computeId)) return false;
      applyAssignment(columns, { serviceId, computeId, before: null, after });
    }
    return true;
  }

  #computeChanged(before: StoredRecord | null, after: StoredRecord | null): void {
    if (after) {
      this.#computes.add(after.id);
      this.#removed.delete(after.id);
    } else if (before) {
      this.#removed.add(before.id);
      this.#computes.delete(before.id);
    }
  }

  #touchObject(before: StoredRecord | null, after: StoredRecord | null): void {
    for (const row of [before, after]) {
      const id = row?.['objectId'];
      if (typeof id !== 'string') continue;
      this.#computes.add(id);
      if (row && 'rackId' in row) this.#moved.add(id);
    }
  }

  #booked(before: StoredRecord | null, after: StoredRecord | null): void {
    for (const [row, present] of [
      [before, false],
      [after, true],
    ] as const) {
      if (!row) continue;
      const booking = present
        ? { quantity: Number(row['quantity']), allocated: row['allocated'] as ResourceSpec }
        : null;
      this.#bookings.push({ serviceId: String(row['serviceId']), computeId: String(row['computeId']), after: booking });
    }
  }

  #clear(): void {
    this.#computes = new Set();
    this.#removed = new Set();
    this.#moved = new Set();
    this.#bookings = [];
    this.#reload = false;
    this.#missed = false;
  }
}
