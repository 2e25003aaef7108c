import type { NounDefinition } from '../../../shared/domain/noun.ts';
import type { WriteDatabase } from '../../db/connection.ts';
import type { StoredRecord } from '../../db/record-codec.ts';
import type { Deriver, WriteContext } from '../../db/write-context.ts';
import { isFound } from './entry.ts';
import { SearchWriter, type KnownThing } from './index-writer.ts';
import { leaveForLater, pendingAfter } from './pending.ts';

/** A command that touches more things than this leaves their entries for after its commit. */
const AT_ONCE = 500;

/** Keeps the search entries in step with every write to things, their tags and their custom values. */
export class SearchDeriver implements Deriver {
  /** What is to be written by id; null: the row is read again. */
  readonly #stale = new Map<string, KnownThing | null>();
  #isLarge = false;
  #writer: SearchWriter | null = null;

  changed(definition: NounDefinition, before: StoredRecord | null, after: StoredRecord | null): void {
    if (this.#isLarge) return;
    const { noun } = definition;
    if (noun === 'tag' || noun === 'customValue') this.#changedExtras(noun, before, after);
    else if (isFound(definition)) this.#changedThing(definition, before, after);
    if (this.#stale.size <= AT_ONCE) return;
    this.#isLarge = true;
    this.#stale.clear();
  }

  flush({ database }: WriteContext): void {
    if (this.#isLarge) leaveForLater(database);
    else if (this.#stale.size > 0) this.#write(database);
    this.forget();
  }

  forget(): void {
    this.#stale.clear();
    this.#isLarge = false;
  }

  #write(database: WriteDatabase): void {
    this.#writer ??= new SearchWriter(database);
    // While entries are behind, a thing that is new may have one of an earlier life of it: the row decides.
    const isBehind = pendingAfter(database) !== null;
    for (const [id, known] of this.#stale) {
      if (known && !isBehind) this.#writer.write(id, known);
      else this.#writer.refresh(id, known?.definition.noun);
    }
  }

  #changedThing(definition: NounDefinition, before: StoredRecord | null, after: StoredRecord | null): void {
    if (after) this.#stale.set(after.id, this.#known(definition, before, after));
    else if (before) this.#stale.set(before.id, null);
  }

  /** Of a thing that is new in this transaction everything is told here, so that nothing of it need be read. */
  #known(definition: NounDefinition, before: StoredRecord | null, record: StoredRecord): KnownThing {
    const earlier = this.#stale.get(record.id);
    const isNew = before === null && earlier === undefined;
    return { definition, record, extras: isNew ? { tags: {}, custom: {} } : (earlier?.extras ?? null) };
  }

  /** A tag that is given to another thing is taken from the first. */
  #changedExtras(noun: string, before: StoredRecord | null, after: StoredRecord | null): void {
    if (!before || !after || before['objectId'] === after['objectId']) return this.#changedExtra(noun, before, after);
    this.#changedExtra(noun, before, null);
    this.#changedExtra(noun, null, after);
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
