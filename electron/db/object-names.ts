import { fail } from '../../shared/contract/failure.ts';
import { inSentence } from '../../shared/domain/label-text.ts';
import { fieldOf, nameOf, type NounDefinition } from '../../shared/domain/noun.ts';
import { findNoun } from '../../shared/domain/nouns.ts';
import type { WriteDatabase } from './connection.ts';
import type { StoredRecord } from './record-codec.ts';

/** How names are compared: case-insensitively, in one Unicode form. Names are kept as typed. */
export function nameKey(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

/** The field that tells rows of a named noun apart within their scope: its name, or what its natural key ends in. */
export function namingField(definition: NounDefinition): string {
  const texts = definition.naturalKey.filter((key) => fieldOf(definition, key).meta.kind === 'text');
  const required = texts.filter((key) => fieldOf(definition, key).meta.required);
  return texts.includes('name') ? 'name' : (required.at(-1) ?? 'name');
}

/** A noun as people call it: `firewall rule`. */
function theNoun(noun: string): string {
  return inSentence(findNoun(noun)?.label ?? noun);
}

/** The text that separates equal names of one family (a rack's room). */
export function scopeOf(definition: NounDefinition, record: Record<string, unknown>): string {
  return (definition.names?.within ?? []).map((key) => nameKey(textOf(record[key]))).join('\u001F');
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** Keeps the `object` row of every named noun in step with its own row. */
export class ObjectNames {
  readonly #insert;
  readonly #update;
  readonly #remove;
  readonly #holder;

  constructor(database: WriteDatabase) {
    this.#insert = database.prepare(
      'INSERT INTO object (id, noun, name, name_key, family, scope) VALUES (?, ?, ?, ?, ?, ?)',
    );
    this.#update = database.prepare('UPDATE object SET name = ?, name_key = ?, scope = ? WHERE id = ?');
    this.#remove = database.prepare('DELETE FROM object WHERE id = ?');
    this.#holder = database.prepare<[string, string, string], { id: string; noun: string; name: string }>(
      'SELECT id, noun, name FROM object WHERE family = ? AND scope = ? AND name_key = ?',
    );
  }

  insert(definition: NounDefinition, record: StoredRecord): void {
    if (!definition.names) return;
    const name = nameOf(definition, record);
    const key = name === null ? null : nameKey(name);
    const { family } = definition.names;
    const scope = scopeOf(definition, record);
    this.#guarded(definition, record, () => this.#insert.run(record.id, definition.noun, name, key, family, scope));
  }

  update(definition: NounDefinition, record: StoredRecord): void {
    if (!definition.names) return;
    const name = nameOf(definition, record);
    const key = name === null ? null : nameKey(name);
    const scope = scopeOf(definition, record);
    this.#guarded(definition, record, () => this.#update.run(name, key, scope, record.id));
  }

  remove(definition: NounDefinition, id: string): void {
    if (definition.names) this.#remove.run(id);
  }

  #guarded(definition: NounDefinition, record: StoredRecord, write: () => void): void {
    try {
      write();
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'SQLITE_CONSTRAINT_UNIQUE')) throw error;
      this.#refuseTaken(definition, record);
    }
  }

  #refuseTaken(definition: NounDefinition, record: StoredRecord): never {
    const name = nameOf(definition, record) ?? '';
    const scope = scopeOf(definition, record);
    const holder = this.#holder.get(definition.names?.family ?? '', scope, nameKey(name));
    const message = `The name "${name}" is taken by ${holder ? `the ${theNoun(holder.noun)} "${holder.name}"` : 'another row'}; names are compared without regard to case.`;
    return fail('E_DUPLICATE', message, {
      fields: [{ path: namingField(definition), message, value: name, allowed: 'a name not in use' }],
      details: holder ? { id: holder.id, noun: holder.noun } : {},
    });
  }
}
