import type { JournalItem } from '../../../shared/contract/journal.ts';
import type { ReadDatabase } from '../../db/connection.ts';
import { attachmentsOf } from './attachment-repository.ts';

export interface FeedFilter {
  /** Null: all. */
  readonly objectIds: readonly string[] | null;
  readonly categories: readonly string[] | null;
  /** UTC with milliseconds, as stored. */
  readonly from: string | null;
  readonly to: string | null;
  readonly text: string;
  readonly automatic: boolean | null;
  readonly limit: number;
  /** The last entry of the page before. */
  readonly after: { readonly at: string; readonly id: string } | null;
}

const FEED = `
  SELECT entry.id, entry.at, entry.category, entry.content, entry.format, entry.created_by AS createdBy,
    entry.change_group_id AS changeGroupId, entry.corrects_id AS correctsId, entry.object_id AS objectId,
    object.noun, ifnull(object.name, object.noun) AS name
  FROM journal_entry AS entry JOIN object ON object.id = entry.object_id
  WHERE (:from IS NULL OR entry.at >= :from) AND (:to IS NULL OR entry.at < :to)
    AND (:after IS NULL OR (entry.at, entry.id) < (:after, :afterId))
    AND (:categories IS NULL OR entry.category IN (SELECT value FROM json_each(:categories)))
    AND (:automatic IS NULL OR (entry.change_group_id IS NOT NULL) = :automatic)
    AND (:text = '' OR instr(fold_text(entry.content), :text) > 0)`;
const OF_OBJECTS = ' AND entry.object_id IN (SELECT value FROM json_each(:objects))';
const NEWEST_FIRST = ' ORDER BY entry.at DESC, entry.id DESC LIMIT :limit';

type EntryRow = Omit<JournalItem, 'attachments'>;

/** Entries that a filter admits, newest first. */
export function feedRows(database: ReadDatabase, filter: FeedFilter): JournalItem[] {
  const { objectIds, categories, automatic, after } = filter;
  const entries = database
    .prepare<Record<string, string | number | null>, EntryRow>(
      FEED + (objectIds === null ? '' : OF_OBJECTS) + NEWEST_FIRST,
    )
    .all({
      from: filter.from,
      to: filter.to,
      after: after?.at ?? null,
      afterId: after?.id ?? null,
      categories: categories === null ? null : JSON.stringify(categories),
      automatic: automatic === null ? null : Number(automatic),
      text: filter.text,
      limit: filter.limit,
      ...(objectIds === null ? {} : { objects: JSON.stringify(objectIds) }),
    });
  return withAttachments(database, entries);
}

function withAttachments(database: ReadDatabase, entries: readonly EntryRow[]): JournalItem[] {
  const ids = entries.map(({ id }) => id);
  const attached = Map.groupBy(attachmentsOf(database, ids), ({ journalEntryId }) => journalEntryId);
  return entries.map((entry) => ({ ...entry, attachments: attached.get(entry.id) ?? [] }));
}
