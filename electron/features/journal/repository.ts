import type { JournalItem } from '../../../shared/contract/journal.ts';
import type { ReadDatabase } from '../../db/connection.ts';
import { statementOf } from '../../db/statements.ts';

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

const ENTRIES = `
  SELECT entry.id, entry.at, entry.category, entry.content, entry.format, entry.created_by AS createdBy,
    entry.change_group_id AS changeGroupId, entry.corrects_id AS correctsId,
    (SELECT max(id) FROM journal_entry AS later WHERE later.corrects_id = entry.id) AS correctedById,
    EXISTS (SELECT 1 FROM change WHERE object_id = entry.id AND before IS NOT NULL AND after IS NOT NULL) AS edited,
    entry.object_id AS objectId,
    object.noun, object.name
  FROM journal_entry AS entry JOIN object ON object.id = entry.object_id`;
const FEED = `${ENTRIES}
  WHERE (:from IS NULL OR entry.at >= :from) AND (:to IS NULL OR entry.at < :to)
    AND (:after IS NULL OR (entry.at, entry.id) < (:after, :afterId))
    AND (:categories IS NULL OR entry.category IN (SELECT value FROM json_each(:categories)))
    AND (:automatic IS NULL OR (entry.change_group_id IS NOT NULL) = :automatic)
    AND (:text = '' OR instr(fold_text(entry.content), :text) > 0)`;
const OF_OBJECTS = ' AND entry.object_id IN (SELECT value FROM json_each(:objects))';
const NEWEST_FIRST = ' ORDER BY entry.at DESC, entry.id DESC LIMIT :limit';

export type EntryRow = Omit<JournalItem, 'attachments' | 'edited' | 'name'> & {
  readonly edited: 0 | 1;
  /** Null: equipment without a name. */
  readonly name: string | null;
};

/** Entries that a filter admits, newest first. */
export function feedRows(database: ReadDatabase, filter: FeedFilter): EntryRow[] {
  const { objectIds, categories, automatic, after } = filter;
  return database
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
}

/** The entry with an id, or none. */
export function entryRows(database: ReadDatabase, id: string): EntryRow[] {
  return statementOf(database, `${ENTRIES} WHERE entry.id = ?`).all(id) as EntryRow[];
}

/** The computes that a firewall rule is assigned to. */
export function computesOfRule(database: ReadDatabase, ruleId: string): string[] {
  const rows = statementOf(database, 'SELECT compute_id AS id FROM firewall_assignment WHERE rule_id = ?').all(ruleId);
  return (rows as { id: string }[]).map(({ id }) => id);
}

export function nounOfObject(database: ReadDatabase, id: string): string | undefined {
  const row = statementOf(database, 'SELECT noun FROM object WHERE id = ?').get(id) as { noun: string } | undefined;
  return row?.noun;
}
