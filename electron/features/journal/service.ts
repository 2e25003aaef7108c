import type { JournalItem } from '../../../shared/contract/journal.ts';
import type { JournalCategory } from '../../../shared/domain/journal-entry.ts';
import { definitionOf } from '../../../shared/domain/nouns.ts';
import type { ReadDatabase } from '../../db/connection.ts';
import { newId } from '../../db/identifier.ts';
import type { StoredRecord } from '../../db/record-codec.ts';
import type { WriteContext } from '../../db/write-context.ts';
import type { NounRule } from '../../session/noun-rules.ts';
import { feedRows } from './repository.ts';

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
    format: 'markdown',
    createdBy: authorOf(context),
    changeGroupId: context.group.id,
    correctsId: null,
  };
  context.insert(ENTRY, entry);
}

/** The newest entries about one thing, newest first. */
export function journalOf(database: ReadDatabase, objectId: string, limit: number): JournalItem[] {
  const everything = { categories: null, from: null, to: null, text: '', automatic: null, after: null };
  return feedRows(database, { ...everything, objectIds: [objectId], limit });
}
