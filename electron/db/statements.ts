import type { NounDefinition } from '../../shared/domain/noun.ts';
import type { ReadDatabase, WriteDatabase } from './connection.ts';
import { columnsOf, decodeRow, type StoredRecord } from './record-codec.ts';

type Run = { run(...values: unknown[]): unknown };
type Get = { get(...values: unknown[]): unknown };

interface NounStatements {
  readonly insert: Run;
  readonly remove: Run;
  readonly update: Map<string, Run>;
}

/** Prepared writes per noun, made once per connection. */
export class WriteStatements {
  readonly #database: WriteDatabase;
  readonly #nouns = new Map<string, NounStatements>();

  constructor(database: WriteDatabase) {
    this.#database = database;
  }

  of(definition: NounDefinition): NounStatements {
    const known = this.#nouns.get(definition.noun);
    if (known) return known;
    const columns = columnsOf(definition);
    const places = columns.map(() => '?').join(', ');
    const made: NounStatements = {
      insert: this.#database.prepare(`INSERT INTO ${definition.table} (${columns.join(', ')}) VALUES (${places})`),
      remove: this.#database.prepare(`DELETE FROM ${definition.table} WHERE id = ?`),
      update: new Map(),
    };
    this.#nouns.set(definition.noun, made);
    return made;
  }

  update(definition: NounDefinition, columns: readonly string[]): Run {
    const statements = this.of(definition).update;
    const key = columns.join(',');
    const known = statements.get(key);
    if (known) return known;
    const assignments = columns.map((column) => `${column} = ?`).join(', ');
    const made = this.#database.prepare(`UPDATE ${definition.table} SET ${assignments} WHERE id = ?`);
    statements.set(key, made);
    return made;
  }
}

type Bound<Parameters> = Parameters extends readonly unknown[] ? Parameters : [Parameters];

interface Statement<Parameters, Row> {
  get(...values: Bound<Parameters>): Row | undefined;
  all(...values: Bound<Parameters>): Row[];
  run(...values: Bound<Parameters>): unknown;
}

const prepared = new WeakMap<ReadDatabase, Map<string, unknown>>();

const KEPT_AT_MOST = 500;

/**
 * A statement kept per connection by its text: preparing one costs more than running it, and it takes some 25 kB that
 * come back only when the garbage is collected.
 */
export function statementOf<Parameters = unknown[], Row = unknown>(
  database: ReadDatabase,
  sql: string,
): Statement<Parameters, Row> {
  let statements = prepared.get(database);
  if (!statements) prepared.set(database, (statements = new Map<string, unknown>()));
  let statement = statements.get(sql);
  if (statement === undefined) {
    // Filters of people make ever new texts.
    if (statements.size >= KEPT_AT_MOST) statements.clear();
    statements.set(sql, (statement = database.prepare(sql)));
  }
  return statement as Statement<Parameters, Row>;
}

/** The row of a noun by id, or undefined. */
export function findRecord(database: ReadDatabase, definition: NounDefinition, id: string): StoredRecord | undefined {
  const statement: Get = statementOf(database, `SELECT * FROM ${definition.table} WHERE id = ?`);
  const row = statement.get(id) as Record<string, unknown> | undefined;
  return row ? decodeRow(definition, row) : undefined;
}

/** Every row of a noun, in the order of ids. */
export function everyRecord(database: ReadDatabase, definition: NounDefinition): StoredRecord[] {
  return database
    .prepare<[], Record<string, unknown>>(`SELECT * FROM ${definition.table} ORDER BY id`)
    .all()
    .map((row) => decodeRow(definition, row));
}
