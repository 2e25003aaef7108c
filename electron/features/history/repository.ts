import type { ChangeEntry, ChangeGroup } from '../../../shared/contract/history.ts';
import type { ReadDatabase } from '../../db/connection.ts';
import { ENTRIES_OF_GROUP } from '../../db/undo.ts';

interface EntryRow {
  readonly seq: number;
  readonly groupId: number;
  readonly at: string;
  readonly actor: string;
  readonly noun: string;
  readonly objectId: string;
  readonly name: string | null;
  readonly before: string | null;
  readonly after: string | null;
}

const ENTRY = `
  SELECT change.seq, change.group_id AS groupId, change_group.at, change_group.actor, change.noun, change.object_id AS objectId,
    (SELECT name FROM object WHERE object.id = change.object_id) AS name, change.before, change.after
  FROM change JOIN change_group ON change_group.id = change.group_id`;

function entryOf(row: EntryRow): ChangeEntry {
  const before = row.before === null ? null : (JSON.parse(row.before) as Record<string, unknown>);
  const after = row.after === null ? null : (JSON.parse(row.after) as Record<string, unknown>);
  const kind = before === null ? 'create' : after === null ? 'delete' : 'update';
  return { ...row, name: row.name ?? nameIn(after) ?? nameIn(before), before, after, kind };
}

function nameIn(fields: Record<string, unknown> | null): string | null {
  const name = fields?.['name'] ?? fields?.['model'] ?? fields?.['key'];
  return typeof name === 'string' ? name : null;
}

/** Change groups, newest first. */
export function groups(database: ReadDatabase, before: number | undefined, limit: number): ChangeGroup[] {
  return database
    .prepare<[number, number], ChangeGroup>(
      `SELECT id, at, actor, kind, label, target, status, ifnull((SELECT later.first_seq FROM change_group AS later WHERE later.id > change_group.id ORDER BY later.id LIMIT 1),
           (SELECT max(seq) + 1 FROM change)) - first_seq AS changes
       FROM change_group WHERE id < ? ORDER BY id DESC LIMIT ?`,
    )
    .all(before ?? Number.MAX_SAFE_INTEGER, limit);
}

/** The first 5,000 entries of one group, in the order they were written. */
export function entriesOfGroup(database: ReadDatabase, groupId: number): ChangeEntry[] {
  return database
    .prepare<[number], EntryRow>(`${ENTRY} WHERE ${ENTRIES_OF_GROUP} ORDER BY change.seq LIMIT 5000`)
    .all(groupId)
    .map(entryOf);
}

/** The history of an object and of what it owns (parts, tags, place), newest first. */
export function entriesOfObject(
  database: ReadDatabase,
  id: string,
  before: number | undefined,
  limit: number,
): ChangeEntry[] {
  const owned = `
    SELECT id FROM component_assignment WHERE compute_id = ?1 UNION ALL SELECT id FROM assignment WHERE compute_id = ?1
    UNION ALL SELECT id FROM tag WHERE object_id = ?1 UNION ALL SELECT id FROM placement WHERE object_id = ?1
    UNION ALL SELECT id FROM custom_value WHERE object_id = ?1 UNION ALL SELECT ?1`;
  return database
    .prepare<[string, number, number], EntryRow>(
      `${ENTRY} WHERE change.object_id IN (${owned}) AND change.seq < ?2 ORDER BY change.seq DESC LIMIT ?3`,
    )
    .all(id, before ?? Number.MAX_SAFE_INTEGER, limit)
    .map(entryOf);
}
