import type { NounDefinition } from '../../../shared/domain/noun.ts';
import { findNoun, NOUN_LIST } from '../../../shared/domain/nouns.ts';
import type { ReadDatabase, WriteDatabase } from '../connection.ts';
import { columnsOf, decodeRow, emptyValue, sqlValues, type StoredRecord } from '../record-codec.ts';
import { folded, type FoldedRow, type FoldEntry } from '../scrub/row-model.ts';
import type { LogState } from './copy-log.ts';
import { isUnreadable } from './read-around.ts';

/** Chooses, for every row there ever was, between what is stored and what the history says, and writes the better one. */
export class BestRows {
  readonly #log: LogState;
  readonly #target: WriteDatabase;
  readonly #source: ReadDatabase;
  readonly #inserts = new Map<string, { run(...values: unknown[]): unknown }>();
  readonly #lookups = new Map<string, { get(id: string): unknown }>();
  /** Rows of which neither the stored form nor the history is left, or that clash with another. */
  readonly lost: { readonly noun: string; readonly id: string }[] = [];
  rows = 0;

  constructor(source: ReadDatabase, target: WriteDatabase, log: LogState) {
    this.#source = source;
    this.#target = target;
    this.#log = log;
    for (const definition of NOUN_LIST) {
      const columns = columnsOf(definition);
      const places = columns.map(() => '?').join(', ');
      const sql = `INSERT OR REPLACE INTO ${definition.table} (${columns.join(', ')}) VALUES (${places})`;
      this.#inserts.set(
        definition.noun,
        target.prepare(definition.noun === 'setting' ? sql : sql.replace(' OR REPLACE', '')),
      );
      this.#lookups.set(definition.noun, source.prepare<[string]>(`SELECT * FROM ${definition.table} WHERE id = ?`));
    }
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
      this.#inserts.get(definition.noun)?.run(...sqlValues(definition, record));
      this.rows += 1;
    } catch {
      this.lost.push({ noun: definition.noun, id: record.id });
    }
  }

  get target(): WriteDatabase {
    return this.#target;
  }
}

/** Every object of the log in the order of ids, as its entries leave it. */
export function* foldedRows(database: ReadDatabase): Generator<FoldedRow> {
  const entries = database.prepare<[string], FoldEntry>(
    'SELECT noun, object_id, before, after FROM change WHERE object_id > ? ORDER BY object_id, seq LIMIT 4000',
  );
  const ofObject = database.prepare<[string], FoldEntry>(
    'SELECT noun, object_id, before, after FROM change WHERE object_id = ? ORDER BY seq',
  );
  for (let from = ''; ;) {
    const slice = entries.all(from);
    const last = slice.at(-1);
    if (!last) return;
    const whole = [...slice.filter((entry) => entry.object_id !== last.object_id), ...ofObject.all(last.object_id)];
    const rows = new Map<string, FoldedRow>();
    for (const entry of whole) {
      const key = `${entry.noun} ${entry.object_id}`;
      rows.set(key, folded(rows.get(key), entry));
    }
    yield* rows.values();
    from = last.object_id;
  }
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
