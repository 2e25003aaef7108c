import { inSentence } from '../../shared/domain/label-text.ts';
import { fieldOf, type NounDefinition } from '../../shared/domain/noun.ts';
import { fail } from '../../shared/contract/failure.ts';
import type { ChangeLog, OpenGroup } from './change-log.ts';
import type { WriteDatabase } from './connection.ts';
import { aNoun } from './noun-words.ts';
import type { ObjectNames } from './object-names.ts';
import { sqlValues, toSql, type StoredRecord } from './record-codec.ts';
import { findRecord, type WriteStatements } from './statements.ts';

/** Told of every row written, inside the transaction: keeps derived tables in step. */
export interface Deriver {
  changed(
    definition: NounDefinition,
    before: StoredRecord | null,
    after: StoredRecord | null,
    context: WriteContext,
  ): void;
  /** Runs once before the commit, in the order of the derivers: what one writes, those after it are told of. */
  flush(context: WriteContext): void;
  /** The transaction was rolled back: drop what was noted. */
  forget(): void;
}

export interface WriteParts {
  readonly database: WriteDatabase;
  readonly statements: WriteStatements;
  readonly names: ObjectNames;
  readonly log: ChangeLog;
  readonly derivers: readonly Deriver[];
}

type Note = [definition: NounDefinition, before: StoredRecord | null, after: StoredRecord | null];

/**
 * The only way rows are written: each write is a change entry, an `object` row where the noun is named, and a word to the
 * derivers, all in the transaction that made this context.
 */
export class WriteContext {
  /** Nouns whose rows were written: the topics to publish. */
  readonly changedNouns = new Set<string>();
  readonly #parts: WriteParts;
  /** What the derivers are told once the attempt under way has succeeded. */
  #held: Note[] | null = null;

  constructor(parts: WriteParts) {
    this.#parts = parts;
  }

  /** For reading what this command has written so far, its change entries included. */
  get database(): WriteDatabase {
    this.#parts.log.flush();
    return this.#parts.database;
  }

  /** The change group that is being written. */
  get group(): OpenGroup {
    return this.#parts.log.author;
  }

  find(definition: NounDefinition, id: string): StoredRecord | undefined {
    return findRecord(this.#parts.database, definition, id);
  }

  insert(definition: NounDefinition, record: StoredRecord): void {
    const { names, statements, log } = this.#parts;
    names.insert(definition, record);
    guardUnique(definition, () => statements.of(definition).insert.run(sqlValues(definition, record)));
    log.append(definition, record.id, null, withoutNulls(record));
    this.#note(definition, null, record);
  }

  /** Writes the fields of `patch` that differ; answers the names of those fields. */
  update(definition: NounDefinition, before: StoredRecord, patch: Record<string, unknown>): string[] {
    const keys = Object.keys(patch).filter((key) => !sameValue(before[key], patch[key]));
    if (keys.length === 0) return keys;
    const after: StoredRecord = { ...before };
    for (const key of keys) after[key] = patch[key] ?? null;
    const fields = keys.map((key) => fieldOf(definition, key));
    if (definition.names) this.#parts.names.update(definition, after);
    const statement = this.#parts.statements.update(
      definition,
      fields.map((field) => field.column),
    );
    guardUnique(definition, () => statement.run(...fields.map((field) => toSql(field, after[field.key])), before.id));
    this.#parts.log.append(definition, before.id, pick(before, keys), pick(after, keys));
    this.#note(definition, before, after);
    return keys;
  }

  remove(definition: NounDefinition, record: StoredRecord): void {
    this.#parts.statements.of(definition).remove.run(record.id);
    this.#parts.names.remove(definition, record.id);
    this.#parts.log.append(definition, record.id, withoutNulls(record), null);
    this.#note(definition, record, null);
  }

  /** Runs `action` in a savepoint: when it throws, what it wrote is taken back and the rest of the command stands. */
  attempt<Result>(action: () => Result): Result {
    const outer = this.#held;
    const mark = this.#parts.log.mark();
    this.#held = [];
    try {
      const result = this.#parts.database.transaction(action)();
      const notes = this.#held;
      this.#held = outer;
      for (const note of notes) this.#note(...note);
      return result;
    } catch (error) {
      this.#held = outer;
      this.#parts.log.rewind(mark);
      throw error;
    }
  }

  #note(...note: Note): void {
    if (this.#held) {
      this.#held.push(note);
      return;
    }
    this.changedNouns.add(note[0].noun);
    for (const deriver of this.#parts.derivers) deriver.changed(...note, this);
  }
}

function sameValue(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if ((left ?? null) === null && (right ?? null) === null) return true;
  if (typeof left !== 'object' || typeof right !== 'object') return false;
  return JSON.stringify(left) === JSON.stringify(right);
}

function pick(record: StoredRecord, keys: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(keys.map((key) => [key, record[key] ?? null]));
}

function withoutNulls(record: StoredRecord): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  for (const key in record)
    if (key !== 'id' && record[key] !== null && record[key] !== undefined) kept[key] = record[key];
  return kept;
}

function guardUnique(definition: NounDefinition, write: () => void): void {
  try {
    write();
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'SQLITE_CONSTRAINT_UNIQUE')) throw error;
    const fields = definition.naturalKey.map((key) => inSentence(fieldOf(definition, key).meta.label)).join(', ');
    fail('E_DUPLICATE', `There is already ${aNoun(definition)} with the same ${fields}.`);
  }
}
