import type { NounDefinition } from '../../../shared/domain/noun.ts';
import type { WriteDatabase } from '../../db/connection.ts';
import type { StoredRecord } from '../../db/record-codec.ts';
import type { Deriver } from '../../db/write-context.ts';
import { isFound } from './entry.ts';
import { SearchWriter, type KnownThing } from './index-writer.ts';

/** Keeps the search entries in step with every write to things, their tags and their custom values. */
export class SearchDeriver implements Deriver {
  /** What is to be written by id; null: the row is read again. */
  readonly #stale = new Map<string, KnownThing | null>();
  #writer: SearchWriter | null = null;

  changed(definition: NounDefinition, before: StoredRecord | null, after: StoredRecord | null): void {
    const { noun } = definition;
    if (noun === 'tag' || noun === 'customValue') return this.#changedExtra(noun, before, after);
    if (!isFound(definition)) return;
    if (after) this.#stale.set(after.id, this.#known(definition, before, after));
    else if (before) this.#stale.set(before.id, null);
  }

  flush(database: WriteDatabase): void {
    if (this.#stale.size === 0) return;
    this.#writer ??= new SearchWriter(database);
    for (const [id, known] of this.#stale) this.#writer.write(id, known);
    this.#stale.clear();
  }

  forget(): void {
    this.#stale.clear();
  }

  /** Of a thing that is new in this transaction everything is told here, so that nothing of it need be read. */
  #known(definition: NounDefinition, before: StoredRecord | null, record: StoredRecord): KnownThing {
    const earlier = this.#stale.get(record.id);
    const isNew = before === null && earlier === undefined;
    return { definition, record, extras: isNew ? { tags: {}, custom: {} } : (earlier?.extras ?? null) };
  }

  #changedExtra(noun: string, before: StoredRecord | null, after: StoredRecord | null): void {
    const owner = String((after ?? before)?.['objectId']);
    const known = this.#stale.get(owner);
    if (known === undefined) this.#stale.set(owner, null);
    if (!known?.extras) return;
    const [texts, key] = noun === 'tag' ? [known.extras.tags, 'key'] : [known.extras.custom, 'fieldId'];
    if (before) delete texts[String(before[key])];
    const value = after?.['value'];
    if (after) texts[String(after[key])] = typeof value === 'string' ? value : '';
  }
}

/** Makes the entries of a file whose format came before them; does nothing where they are there. */
export function ensureSearchable(database: WriteDatabase): void {
  const built = database.prepare<[], number>('SELECT built FROM search_state').pluck().get();
  if (built === 1) return;
  database.transaction(() => new SearchWriter(database).rebuild())();
}
