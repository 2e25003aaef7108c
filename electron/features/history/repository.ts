import type { ChangeEntry, ChangeGroup } from '../../../shared/contract/history.ts';
import { findNoun } from '../../../shared/domain/nouns.ts';
import type { NounDefinition } from '../../../shared/domain/noun.ts';
import type { ReadDatabase } from '../../db/connection.ts';
import { dependantFields } from '../object/dependant-repository.ts';
import { isId } from '../../db/identifier.ts';
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

function idsIn(fields: Record<string, unknown> | null): string[] {
  return Object.values(fields ?? {}).flatMap((value) => (typeof value === 'string' && isId(value) ? [value] : []));
}

/** What the values of changes name by id: also what refers to several nouns, or only remembers what it saw. */
function named(database: ReadDatabase, entries: readonly Omit<ChangeEntry, 'names'>[]): ChangeEntry[] {
  const ids = new Set(entries.flatMap(({ before, after }) => [...idsIn(before), ...idsIn(after)]));
  const rows = database
    .prepare<[string], { id: string; name: string }>(
      'SELECT id, name FROM object WHERE id IN (SELECT value FROM json_each(?)) AND name IS NOT NULL',
    )
    .all(JSON.stringify([...ids]));
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  return entries.map((entry) => {
    const own = [...idsIn(entry.before), ...idsIn(entry.after)].flatMap((id) => {
      const name = names.get(id);
      return name === undefined ? [] : [[id, name] as const];
    });
    return { ...entry, names: Object.fromEntries(own) };
  });
}

function entryOf(row: EntryRow): Omit<ChangeEntry, 'names'> {
  const before = row.before === null ? null : (JSON.parse(row.before) as Record<string, unknown>);
  const after = row.after === null ? null : (JSON.parse(row.after) as Record<string, unknown>);
  const kind = before === null ? 'create' : after === null ? 'delete' : 'update';
  return { ...row, name: row.name ?? nameIn(after) ?? nameIn(before), before, after, kind };
}

function nameIn(fields: Record<string, unknown> | null): string | null {
  const name = fields?.['name'] ?? fields?.['model'] ?? fields?.['key'];
  return typeof name === 'string' ? name : null;
}

export interface GroupFilter {
  /** Only older groups than this one. */
  readonly before: number;
  /** Folded part of the label; empty: any. */
  readonly text: string;
  readonly actor: string | null;
  readonly kind: string | null;
  /** Groups that changed a row of this noun. */
  readonly noun: string | null;
  /** UTC with milliseconds, as stored. */
  readonly from: string | null;
  readonly to: string | null;
}

export const EVERYTHING: GroupFilter = {
  before: Number.MAX_SAFE_INTEGER,
  text: '',
  actor: null,
  kind: null,
  noun: null,
  from: null,
  to: null,
};

/** The number after the last entry of a group. */
const END = `ifnull((SELECT later.first_seq FROM change_group AS later WHERE later.id > change_group.id ORDER BY later.id LIMIT 1),
           (SELECT max(seq) + 1 FROM change))`;

/** Change groups that a filter admits, newest first. */
export function groups(database: ReadDatabase, filter: GroupFilter, limit: number): ChangeGroup[] {
  return database
    .prepare<GroupFilter & { limit: number }, ChangeGroup>(
      `SELECT id, at, actor, kind, label, target, status, ${END} - first_seq AS changes
       FROM change_group
       WHERE id < :before AND (:kind IS NULL OR kind = :kind) AND (:actor IS NULL OR actor = :actor)
         AND (:from IS NULL OR at >= :from) AND (:to IS NULL OR at < :to)
         AND (:text = '' OR instr(fold_text(label), :text) > 0)
         AND (:noun IS NULL OR EXISTS (SELECT 1 FROM change WHERE seq >= first_seq AND seq < ${END} AND noun = :noun))
       ORDER BY id DESC LIMIT :limit`,
    )
    .all({ ...filter, limit });
}

/** Everybody who changed something. */
export function actors(database: ReadDatabase): string[] {
  return database
    .prepare<[], string>('SELECT DISTINCT actor FROM change_group ORDER BY actor COLLATE NOCASE')
    .pluck()
    .all();
}

/** The first 5,000 entries of one group, in the order they were written. */
export function entriesOfGroup(database: ReadDatabase, groupId: number): ChangeEntry[] {
  const rows = database
    .prepare<{ groupId: number }, EntryRow>(`${ENTRY} WHERE ${ENTRIES_OF_GROUP} ORDER BY change.seq LIMIT 5000`)
    .all({ groupId });
  return named(database, rows.map(entryOf));
}

/**
 * Rows without a name of their own that belong to an object's history: what it owns (parts, tags, place), and what runs
 * on it. Removed ones are found by what their last entry says of them.
 */
function belonging(definition: NounDefinition): string[] {
  return dependantFields(definition)
    .filter(({ definition: { noun }, field }) => field.meta.onDelete === 'owned' || noun === 'assignment')
    .flatMap(({ definition: { noun, table }, field }) => [
      `SELECT id FROM ${table} WHERE ${field.column} = :id`,
      `SELECT object_id FROM change WHERE noun = '${noun}' AND after IS NULL AND json_extract(before, '$.${field.key}') = :id`,
    ]);
}

/** The noun of an object, also of one that was deleted. */
function nounOf(database: ReadDatabase, id: string): NounDefinition | undefined {
  const noun = database
    .prepare<[string], string>('SELECT noun FROM change WHERE object_id = ? LIMIT 1')
    .pluck()
    .get(id);
  return noun === undefined ? undefined : findNoun(noun);
}

/** The history of an object and of what it owns or owned (parts, tags, place), newest first. */
export function entriesOfObject(
  database: ReadDatabase,
  id: string,
  before: number | undefined,
  limit: number,
): ChangeEntry[] {
  const definition = nounOf(database, id);
  const ids = ['SELECT :id', ...(definition ? belonging(definition) : [])].join(' UNION ALL ');
  const rows = database
    .prepare<{ id: string; before: number; limit: number }, EntryRow>(
      `${ENTRY} WHERE change.object_id IN (${ids}) AND change.seq < :before ORDER BY change.seq DESC LIMIT :limit`,
    )
    .all({ id, before: before ?? Number.MAX_SAFE_INTEGER, limit });
  return named(database, rows.map(entryOf));
}
