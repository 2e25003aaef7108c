import { fail } from '../../../shared/contract/failure.ts';
import type { JournalItem } from '../../../shared/contract/journal.ts';
import type { JournalCategory } from '../../../shared/domain/journal-entry.ts';
import { definitionOf } from '../../../shared/domain/nouns.ts';
import type { ReadDatabase } from '../../db/connection.ts';
import { newId } from '../../db/identifier.ts';
import type { StoredRecord } from '../../db/record-codec.ts';
import type { WriteContext } from '../../db/write-context.ts';
import type { NounRule, NounRules } from '../../session/noun-rules.ts';
import { holderNames } from '../placement/service.ts';
import { createRow } from '../object/service.ts';
import { attachmentsOf } from './attachment-repository.ts';
import { attach } from './attachments.ts';
import { entryRows, feedRows, nounOfObject, type EntryRow, type FeedFilter } from './repository.ts';

const ENTRY = definitionOf('journalEntry');

/** Who wrote an entry and which change did is set by the program, once. */
export const journalEntryRule: NounRule = {
  beforeWrite: (context, before, after) => {
    const { at } = after;
    // One form of UTC, so that text compares as time does.
    after['at'] = (typeof at === 'string' ? new Date(at) : new Date()).toISOString();
    if (before) {
      after['createdBy'] = before['createdBy'];
      after['changeGroupId'] = before['changeGroupId'];
    } else if (context.group.kind !== 'revert') {
      after['createdBy'] = authorOf(context);
      after['changeGroupId'] = null;
    }
  },
};

function authorOf(context: WriteContext): string {
  const { actor, kind } = context.group;
  return kind === 'import' ? `${actor} (import)` : actor;
}

export interface AutomaticEntry {
  readonly objectId: string;
  readonly category: JournalCategory;
  readonly content: string;
}

/** Writes an entry about the change under way; it leads to that change and is undone with it. */
export function noteInJournal(context: WriteContext, { objectId, category, content }: AutomaticEntry): void {
  const entry: StoredRecord = {
    id: newId(),
    objectId,
    category,
    content,
    at: new Date().toISOString(),
    // Names in it are no markup.
    format: 'plain',
    createdBy: authorOf(context),
    changeGroupId: context.group.id,
    correctsId: null,
  };
  context.insert(ENTRY, entry);
}

/** Entries that a filter admits, with their files, newest first. */
export function feed(database: ReadDatabase, filter: FeedFilter): JournalItem[] {
  return itemsOf(database, feedRows(database, filter));
}

/** One entry with its files. */
export function entryOf(database: ReadDatabase, id: string): JournalItem {
  const [item] = itemsOf(database, entryRows(database, id));
  return item ?? fail('E_NOT_FOUND', 'This journal entry is no longer there; it was deleted.');
}

function itemsOf(database: ReadDatabase, rows: readonly EntryRow[]): JournalItem[] {
  const files = Map.groupBy(
    attachmentsOf(
      database,
      rows.map(({ id }) => id),
    ),
    ({ journalEntryId }) => journalEntryId,
  );
  const unnamed = rows.flatMap(({ name, objectId }) => (name === null ? [objectId] : []));
  const names = unnamed.length > 0 ? holderNames(database, unnamed) : new Map<string, string>();
  return rows.map((row) => ({
    ...row,
    name: row.name ?? names.get(row.objectId) ?? row.noun,
    edited: row.edited === 1,
    attachments: files.get(row.id) ?? [],
  }));
}

/** What is called so, with what it is: `fra1-db-01`, a compute. */
export function subjectOf(database: ReadDatabase, id: string): { id: string; noun: string; name: string } {
  const noun = nounOfObject(database, id) ?? fail('E_NOT_FOUND', 'What the journal is about is no longer there.');
  return { id, noun, name: holderNames(database, [id]).get(id) ?? noun };
}

/** The newest entries about one thing, newest first. */
export function journalOf(database: ReadDatabase, objectId: string, limit: number): JournalItem[] {
  const everything = { categories: null, from: null, to: null, text: '', automatic: null, after: null };
  return feed(database, { ...everything, objectIds: [objectId], limit });
}

export interface EntryRequest {
  readonly objectId: string;
  readonly category: JournalCategory;
  readonly content: string;
  readonly format: 'markdown' | 'plain';
  readonly at?: string | undefined;
  readonly correctsId?: string | undefined;
  readonly files: readonly { readonly fileName: string; readonly base64: string }[];
}

/** Writes an entry with its files; answers its id. */
export function writeEntry(context: WriteContext, rules: NounRules, request: EntryRequest): string {
  const { files, at, ...draft } = request;
  const time = at === undefined ? null : new Date(at).toISOString();
  const { id } = createRow(context, rules, ENTRY, { ...draft, at: time });
  for (const file of files) attach(context, rules, { ...file, entry: id });
  return id;
}
