import type { NounDefinition } from '../../../shared/domain/noun.ts';
import { findNoun } from '../../../shared/domain/nouns.ts';
import type { WriteDatabase } from '../../db/connection.ts';
import type { StoredRecord } from '../../db/record-codec.ts';
import { findRecord } from '../../db/statements.ts';
import { customValuesOf, tagsOfOne } from '../object/extras-repository.ts';
import { entryOf, isFound, JOURNAL, type SearchEntry } from './entry.ts';

interface PresentEntry {
  readonly entry: number;
  readonly noun: string;
  readonly name: string;
  readonly rest: string;
  readonly keys: string;
}

/** A row as it was last written. */
export interface KnownThing {
  readonly definition: NounDefinition;
  readonly record: StoredRecord;
  /** Its tags and custom values, where it is new and has no entry yet; null: they are read. */
  readonly extras: { readonly tags: Record<string, string>; readonly custom: Record<string, string> } | null;
}

const NOTHING = { tags: {}, custom: {} };

/** Writes the search entries of rows as the rows now say. */
export class SearchWriter {
  readonly #database: WriteDatabase;
  readonly #present;
  readonly #insert;
  readonly #update;
  readonly #remove;
  readonly #insertKey;
  readonly #removeKey;
  readonly #insertText;
  readonly #removeText;
  readonly #insertJournal;
  readonly #removeJournal;
  readonly #nounOf;
  readonly #hasCustom;

  constructor(database: WriteDatabase) {
    this.#database = database;
    this.#present = database.prepare<[string], PresentEntry>(
      'SELECT entry, noun, name, rest, keys FROM search_entry WHERE id = ?',
    );
    this.#insert = database.prepare('INSERT INTO search_entry (id, noun, name, rest, keys) VALUES (?, ?, ?, ?, ?)');
    this.#update = database.prepare('UPDATE search_entry SET name = ?, rest = ?, keys = ? WHERE entry = ?');
    this.#remove = database.prepare('DELETE FROM search_entry WHERE entry = ?');
    this.#insertKey = database.prepare('INSERT INTO search_key (key, entry) VALUES (?, ?)');
    this.#removeKey = database.prepare('DELETE FROM search_key WHERE key = ? AND entry = ?');
    this.#insertText = database.prepare('INSERT INTO search_text (rowid, noun, name, rest) VALUES (?, ?, ?, ?)');
    this.#removeText = database.prepare('DELETE FROM search_text WHERE rowid = ?');
    this.#insertJournal = database.prepare('INSERT INTO search_text_journal (rowid, rest) VALUES (?, ?)');
    this.#removeJournal = database.prepare('DELETE FROM search_text_journal WHERE rowid = ?');
    this.#nounOf = database.prepare<[string], string>('SELECT noun FROM object WHERE id = ?').pluck();
    this.#hasCustom = database.prepare('SELECT 1 FROM custom_value WHERE object_id = ? LIMIT 1').pluck();
  }

  /** Brings the entry of one thing up to date with what is told of it. */
  write(id: string, { definition, record, extras }: KnownThing): void {
    const wanted = isFound(definition) ? entryOf(definition, record, extras ?? this.#extras(definition, id)) : null;
    const present = extras ? undefined : this.#present.get(id);
    if (wanted && !present) this.#add(id, definition.noun, wanted);
    else if (wanted && present) this.#change(present, definition.noun, wanted);
    else if (present) this.#drop(present);
  }

  /** Brings the entry of one thing up to date with its row, read now; a thing that is gone loses it. */
  refresh(id: string, noun = this.#nounOf.get(id)): void {
    const definition = findNoun(noun ?? '');
    const record = definition && findRecord(this.#database, definition, id);
    if (definition && record) return this.write(id, { definition, record, extras: null });
    const present = this.#present.get(id);
    if (present) this.#drop(present);
  }

  #extras(definition: NounDefinition, id: string) {
    if (!definition.names) return NOTHING;
    const custom = this.#hasCustom.get(id) === undefined ? {} : (customValuesOf(this.#database, [id]).get(id) ?? {});
    return { tags: definition.tagged ? tagsOfOne(this.#database, id) : {}, custom };
  }

  #add(id: string, noun: string, { name, rest, keys }: SearchEntry): void {
    const { lastInsertRowid } = this.#insert.run(id, noun, name, rest, JSON.stringify(keys));
    for (const key of keys) this.#insertKey.run(key, lastInsertRowid);
    this.#addText(lastInsertRowid, noun, name, rest);
  }

  #change(present: PresentEntry, noun: string, { name, rest, keys }: SearchEntry): void {
    const text = JSON.stringify(keys);
    if (present.name === name && present.rest === rest && present.keys === text) return;
    this.#update.run(name, rest, text, present.entry);
    if (present.keys !== text) {
      this.#dropKeys(present);
      for (const key of keys) this.#insertKey.run(key, present.entry);
    }
    if (present.name === name && present.rest === rest) return;
    this.#dropText(present);
    this.#addText(present.entry, noun, name, rest);
  }

  #drop(present: PresentEntry): void {
    this.#dropKeys(present);
    this.#dropText(present);
    this.#remove.run(present.entry);
  }

  #addText(entry: number | bigint, noun: string, name: string, rest: string): void {
    if (noun === JOURNAL) this.#insertJournal.run(entry, rest);
    else this.#insertText.run(entry, noun, name, rest);
  }

  #dropText({ entry, noun }: PresentEntry): void {
    (noun === JOURNAL ? this.#removeJournal : this.#removeText).run(entry);
  }

  #dropKeys({ entry, keys }: PresentEntry): void {
    for (const key of JSON.parse(keys) as string[]) this.#removeKey.run(key, entry);
  }
}
