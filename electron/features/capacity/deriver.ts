import type { NounDefinition } from '../../../shared/domain/noun.ts';
import type { ReadDatabase } from '../../db/connection.ts';
import type { StoredRecord } from '../../db/record-codec.ts';
import type { Deriver, WriteContext } from '../../db/write-context.ts';
import { CapacityReader, capacityWriter } from './repository.ts';

/** Below this the choice is not worth counting. */
const MANY = 500;

/** Keeps the `capacity` table in step with every write to computes, parts, assignments and the cores setting. */
export class CapacityDeriver implements Deriver {
  readonly #stale = new Set<string>();
  readonly #removed = new Set<string>();
  readonly #componentsChanged = new Set<string>();
  readonly #flavorsChanged = new Set<string>();
  #allStale = false;
  #reader: CapacityReader | null = null;
  #writer: ReturnType<typeof capacityWriter> | null = null;

  changed(definition: NounDefinition, before: StoredRecord | null, after: StoredRecord | null): void {
    const { noun } = definition;
    if (noun === 'componentAssignment' || noun === 'assignment') {
      for (const row of [before, after]) if (row) this.#stale.add(String(row['computeId']));
    } else if (noun === 'compute') {
      if (after && !isAuditNote(before, after)) this.#stale.add(after.id);
      else if (before && !after) this.#removed.add(before.id);
      if (after) this.#removed.delete(after.id);
    } else if (noun === 'component' && before) this.#componentsChanged.add(before.id);
    else if (noun === 'flavor' && before) this.#flavorsChanged.add(before.id);
    else if (noun === 'setting') this.#allStale = true;
  }

  flush({ database }: WriteContext): void {
    this.#reader ??= new CapacityReader(database);
    this.#writer ??= capacityWriter(database);
    if (this.#componentsChanged.size > 0 || this.#allStale) this.#reader.forget();
    for (const componentId of this.#componentsChanged)
      for (const id of computesWith(database, componentId)) this.#stale.add(id);
    for (const flavorId of this.#flavorsChanged)
      for (const id of computesOfFlavor(database, flavorId)) this.#stale.add(id);
    for (const id of this.#removed) this.#writer.remove(id);
    if (this.#allStale || isMost(database, this.#stale.size)) this.#writeInOnePass(this.#reader, this.#writer);
    else
      for (const id of this.#stale)
        if (!this.#removed.has(id)) this.#writer.write(id, this.#reader.totals(id), this.#reader.booked(id));
    this.#clear();
  }

  #writeInOnePass(reader: CapacityReader, writer: ReturnType<typeof capacityWriter>): void {
    reader.everyCompute((id, totals, booked) => {
      if (this.#allStale || this.#stale.has(id)) writer.write(id, totals, booked);
    });
  }

  forget(): void {
    this.#reader?.forget();
    this.#clear();
  }

  #clear(): void {
    this.#stale.clear();
    this.#removed.clear();
    this.#componentsChanged.clear();
    this.#flavorsChanged.clear();
    this.#allStale = false;
  }
}

const NOTED_BY_AUDITS: ReadonlySet<string> = new Set(['lastAudited', 'lastAuditedBy', 'lastAuditLevel']);

/** A sign-off writes to every compute it has seen, and changes no capacity. */
function isAuditNote(before: StoredRecord | null, after: StoredRecord): boolean {
  if (!before) return false;
  const changed = Object.keys(after).filter((key) => before[key] !== after[key]);
  return changed.every((key) => NOTED_BY_AUDITS.has(key));
}

/** Whether reading the parts of all computes in one pass costs less than asking for those of so many one by one. */
function isMost(database: ReadDatabase, computes: number): boolean {
  if (computes < MANY) return false;
  const all = database.prepare<[], number>('SELECT count(*) FROM compute').pluck().get() ?? 0;
  return computes * 2 > all;
}

function computesWith(database: ReadDatabase, componentId: string): string[] {
  return database
    .prepare<[string], string>('SELECT DISTINCT compute_id FROM component_assignment WHERE component_id = ?')
    .pluck()
    .all(componentId);
}

function computesOfFlavor(database: ReadDatabase, flavorId: string): string[] {
  return database.prepare<[string], string>('SELECT id FROM compute WHERE flavor_id = ?').pluck().all(flavorId);
}
