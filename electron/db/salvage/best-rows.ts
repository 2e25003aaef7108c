import type { NounDefinition } from '../../../shared/domain/noun.ts';
import { findNoun, NOUN_LIST } from '../../../shared/domain/nouns.ts';
import type { ReadDatabase, WriteDatabase } from '../connection.ts';
import { decodeRow, emptyValue, sqlValues, type StoredRecord } from '../record-codec.ts';
import { foldedSlices } from '../scrub/folded-slices.ts';
import type { FoldedRow } from '../scrub/row-model.ts';
import { WriteStatements } from '../statements.ts';
import type { LogState } from './copy-log.ts';
import { isUnreadable } from './read-around.ts';

/** Chooses, for every row there ever was, between what is stored and what the history says, and writes the better one. */
export class BestRows {
  readonly #log: LogState;
  readonly #target: WriteDatabase;
  readonly #source: ReadDatabase;
  readonly #statements: WriteStatements;
  readonly #lookups = new Map<string, { get(id: string): unknown }>();
  /** Rows of which neither the stored form nor the history is left, or that clash with another. */
  readonly lost: { readonly noun: string; readonly id: string }[] = [];

  constructor(source: ReadDatabase, target: WriteDatabase, log: LogState) {
    this.#source = source;
    this.#target = target;
    this.#log = log;
    this.#statements = new WriteStatements(target);
    for (const { noun, table } of NOUN_LIST)
      this.#lookups.set(noun, source.prepare<[string]>(`SELECT * FROM ${table} WHERE id = ?`));
  }

  write(): void {
    const known = new Set<string>();
    for (const row of foldedRows(this.#target)) {
      const definition = findNoun(row.noun);
      if (!definition) continue;
      known.add(`${row.noun} ${row.id}`);
      this.#choose(definition, row);
    }
    for (const definition of NOUN_LIST) this.#writeUnknown(definition, known);
  }

  #choose(definition: NounDefinition, row: FoldedRow): void {
    const told = row.record === null ? null : complete(definition, row);
    // A history without a gap is right whatever is stored.
    if (!this.#log.strangers && row.whole) return told ? this.#insert(definition, told) : undefined;
    const stored = this.#stored(definition, row.id);
    const best = stored === 'unreadable' ? told : (stored ?? null);
    if (best) this.#insert(definition, best);
    else if (stored === 'unreadable' && row.record !== null) this.lost.push({ noun: row.noun, id: row.id });
  }

  #stored(definition: NounDefinition, id: string): StoredRecord | undefined | 'unreadable' {
    try {
      const row = this.#lookups.get(definition.noun)?.get(id) as Record<string, unknown> | undefined;
      return row && decodeRow(definition, row);
    } catch (error) {
      if (isUnreadable(error) || error instanceof SyntaxError) return 'unreadable';
      throw error;
    }
  }

  /** Rows that the history does not know: those of before it, and those whose entries are lost. */
  #writeUnknown(definition: NounDefinition, known: ReadonlySet<string>): void {
    const before = definition.noun === 'setting' || definition.noun === 'part';
    if (!before && !this.#log.strangers) return;
    for (const row of readableRows(this.#source, definition))
      if (!known.has(`${definition.noun} ${row.id}`)) this.#insert(definition, row);
  }

  #insert(definition: NounDefinition, record: StoredRecord): void {
    try {
      // A new file has its settings already.
      if (definition.noun === 'setting') this.#replace(definition, record);
      else this.#statements.of(definition).insert.run(sqlValues(definition, record));
    } catch {
      this.lost.push({ noun: definition.noun, id: record.id });
    }
  }

  #replace(definition: NounDefinition, record: StoredRecord): void {
    const [id, ...values] = sqlValues(definition, record);
    const columns = definition.fieldList.map(({ column }) => column);
    this.#statements.update(definition, columns).run(...values, id);
  }
}

/** Every object of the log in the order of ids, as its entries leave it. */
export function* foldedRows(database: ReadDatabase): Generator<FoldedRow> {
  for (const { rows } of foldedSlices(database)) yield* rows;
}

/** A row with every field of its noun, from what its entries say. */
export function complete(definition: NounDefinition, { id, record }: FoldedRow): StoredRecord {
  const made: StoredRecord = { id };
  for (const field of definition.fieldList)
    made[field.key] = record && Object.hasOwn(record, field.key) ? record[field.key] : emptyValue(field);
  return made;
}

/** The rows of a table from both ends up to what cannot be read. */
function* readableRows(source: ReadDatabase, definition: NounDefinition): Generator<StoredRecord> {
  const seen = new Set<string>();
  for (const order of ['ASC', 'DESC']) {
    try {
      const rows = source.prepare<[], Record<string, unknown>>(
        `SELECT * FROM ${definition.table} ORDER BY id ${order}`,
      );
      for (const row of rows.iterate()) {
        const record = decodeRow(definition, row);
        if (seen.has(record.id)) continue;
        seen.add(record.id);
        yield record;
      }
      return;
    } catch (error) {
      if (!isUnreadable(error) && !(error instanceof SyntaxError)) throw error;
    }
  }
}
