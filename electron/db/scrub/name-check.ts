import type { Damage } from '../../../shared/contract/damage.ts';
import { nameOf, type NounDefinition } from '../../../shared/domain/noun.ts';
import { findNoun } from '../../../shared/domain/nouns.ts';
import type { ReadDatabase } from '../connection.ts';
import { nameKey, scopeOf } from '../object-names.ts';
import type { FoldedRow } from './row-model.ts';
import { because, tableDamage } from './sentences.ts';

interface ObjectRow {
  readonly id: string;
  readonly noun: string;
  readonly name: string | null;
  readonly name_key: string | null;
  readonly family: string;
  readonly scope: string;
}

/** Compares the names by which things are found with what their rows say. */
export class NameCheck {
  readonly #within;
  readonly #after;

  constructor(database: ReadDatabase) {
    this.#within = database.prepare<[string, string], ObjectRow>('SELECT * FROM object WHERE id > ? AND id <= ?');
    this.#after = database.prepare<[string], ObjectRow>('SELECT * FROM object WHERE id > ?');
  }

  compare(
    rows: ReadonlyMap<string, ReadonlyMap<string, FoldedRow>>,
    from: string,
    to: string | null,
    doubtful: ReadonlySet<string>,
  ): Damage[] {
    try {
      const stored = to === null ? this.#after.all(from) : this.#within.all(from, to);
      const left = new Map(stored.filter(({ id }) => !doubtful.has(id)).map((row) => [row.id, row]));
      const wrong: Damage[] = [];
      for (const [noun, byId] of rows) {
        const definition = findNoun(noun);
        if (!definition?.names) continue;
        for (const row of byId.values()) {
          if (row.record === null || doubtful.has(row.id)) continue;
          if (!isName(definition, row.record, left.get(row.id))) wrong.push(nameDamage(row.id));
          left.delete(row.id);
        }
      }
      return [...wrong, ...[...left.keys()].map(nameDamage)];
    } catch (error) {
      return [tableDamage('index', 'object', `Some names cannot be read${because(error)}.`)];
    }
  }
}

function nameDamage(id: string): Damage {
  return { ...tableDamage('index', 'object', `The name of ${id} is not the one in its row.`), id };
}

function isName(
  definition: NounDefinition,
  record: Readonly<Record<string, unknown>>,
  stored: ObjectRow | undefined,
): boolean {
  if (!stored) return false;
  const name = nameOf(definition, record)?.toWellFormed() ?? null;
  return (
    stored.noun === definition.noun &&
    stored.family === definition.names?.family &&
    stored.name === name &&
    sameKey(stored.name_key, name) &&
    sameText(stored.scope, scopeOf(definition, record))
  );
}

function sameKey(stored: string | null, name: string | null): boolean {
  if (stored === null || name === null) return stored === name;
  // A newer program may lower-case letters that an older one did not know.
  return stored === nameKey(name) || (!isAscii(name) && nameKey(stored) === nameKey(name));
}

function sameText(stored: string, wanted: string): boolean {
  return stored === wanted.toWellFormed();
}

function isAscii(text: string): boolean {
  return Buffer.byteLength(text) === text.length;
}
