import { FailureError } from '../../../shared/contract/failure.ts';
import type { NounDefinition } from '../../../shared/domain/noun.ts';
import { referencedNouns } from '../../../shared/domain/nouns.ts';
import type { ReadDatabase } from '../../db/connection.ts';
import { isId } from '../../db/identifier.ts';
import { nameKey } from '../../db/object-names.ts';
import { findRecord, statementOf } from '../../db/statements.ts';
import { findByNaturalKey, resolveReference } from '../object/reference-repository.ts';

/** Between the parts of what has no name: an assignment is `web / srv-1`, a port `switch-1 / interface / eth0`. */
const BETWEEN = ' / ';

interface ObjectRow {
  readonly noun: string;
  readonly name: string | null;
}

/** How rows are called in a file so that an import finds the same rows again: by name, or by id where a name would not do. */
export class ReferenceTexts {
  readonly #database: ReadDatabase;
  readonly #known = new Map<string, string>();

  constructor(database: ReadDatabase) {
    this.#database = database;
  }

  textOf(target: string, id: string): string {
    const key = `${target} ${id}`;
    let text = this.#known.get(key);
    if (text === undefined) this.#known.set(key, (text = this.#name(target, id) ?? id));
    return text;
  }

  #name(target: string, id: string): string | null {
    const nouns = referencedNouns(target);
    const object = statementOf(this.#database, 'SELECT noun, name FROM object WHERE id = ?').get(id) as
      | ObjectRow
      | undefined;
    if (object) return object.name !== null && this.#isOnly(nouns, object.name) ? object.name : null;
    const [definition] = nouns;
    return definition && nouns.length === 1 ? this.#parts(definition, id) : null;
  }

  #isOnly(nouns: readonly NounDefinition[], name: string): boolean {
    // What is read as an id is no use as a name.
    if (isId(name) || name === 'workspace' || name !== name.trim()) return false;
    const { count } = statementOf(
      this.#database,
      'SELECT count(*) AS count FROM object WHERE name_key = ? AND noun IN (SELECT value FROM json_each(?))',
    ).get(nameKey(name), JSON.stringify(nouns.map(({ noun }) => noun))) as { count: number };
    return count === 1;
  }

  #parts(definition: NounDefinition, id: string): string | null {
    const record = definition.names ? undefined : findRecord(this.#database, definition, id);
    if (!record || definition.naturalKey.length < 2) return null;
    const parts = definition.naturalKey.map((key) => {
      const value = record[key];
      const field = definition.fieldList.find((entry) => entry.key === key);
      if (typeof value !== 'string' || !field)
        return value === null || value === undefined ? '' : JSON.stringify(value);
      return field.meta.kind === 'reference' ? this.textOf(field.meta.references ?? '', value) : value;
    });
    if (parts.some((part) => part === '' || part.includes(BETWEEN) || part !== part.trim())) return null;
    return parts.join(BETWEEN);
  }
}

/** Finds the rows that a file names, each text once. */
export class ReferenceIds {
  readonly #database: ReadDatabase;
  readonly #known = new Map<string, string>();

  constructor(database: ReadDatabase) {
    this.#database = database;
  }

  /** The id of what `text` names; refuses with E_NOT_FOUND or E_AMBIGUOUS. */
  idOf(target: string, text: string, path: string): string {
    const key = `${target} ${text}`;
    let id = this.#known.get(key);
    // Only what is there is kept: a row named in vain may be made by a later line of the file.
    if (id === undefined) this.#known.set(key, (id = this.#find(target, text, path)));
    return id;
  }

  #find(target: string, text: string, path: string): string {
    const nouns = referencedNouns(target);
    const [definition] = nouns;
    const composed = definition && nouns.length === 1 && !definition.names ? this.#byParts(definition, text) : null;
    return composed ?? resolveReference(this.#database, target, text, path);
  }

  #byParts(definition: NounDefinition, text: string): string | null {
    const parts = text.split(BETWEEN);
    if (parts.length < 2 || parts.length !== definition.naturalKey.length) return null;
    const record: Record<string, unknown> = {};
    for (const [index, key] of definition.naturalKey.entries()) {
      const meta = definition.fieldList.find((entry) => entry.key === key)?.meta;
      const part = parts[index] ?? '';
      try {
        record[key] =
          meta?.kind === 'reference' ? this.idOf(meta.references ?? '', part, key) : typed(part, meta?.kind);
      } catch (error) {
        if (error instanceof FailureError) return null;
        throw error;
      }
    }
    return findByNaturalKey(this.#database, definition, record);
  }
}

function typed(part: string, kind: string | undefined): string | number {
  return kind === 'integer' ? Number(part) : part;
}
