import { inSentence } from '../../shared/domain/label-text.ts';
import { fail } from '../../shared/contract/failure.ts';
import { findNoun } from '../../shared/domain/nouns.ts';
import type { NounDefinition } from '../../shared/domain/noun.ts';
import type { ReadDatabase } from './connection.ts';
import { emptyValue, type StoredRecord } from './record-codec.ts';
import { statementOf } from './statements.ts';
import type { UndoStep } from './undo-steps.ts';
import type { WriteContext } from './write-context.ts';

interface EntryRow {
  readonly seq: number;
  readonly noun: string;
  readonly object_id: string;
  readonly before: string | null;
  readonly after: string | null;
}

/**
 * The entries of the group whose id is bound as :groupId. Entries of one group stand together, so the range of their numbers is
 * an index that costs nothing to keep.
 */
export const ENTRIES_OF_GROUP = `
  change.seq >= (SELECT first_seq FROM change_group WHERE id = :groupId)
  AND change.seq < ifnull((SELECT first_seq FROM change_group WHERE id > :groupId ORDER BY id LIMIT 1), 9223372036854775807)`;

/** Takes the groups of a step back, newest entry first, and marks them undone. */
export function undoStep(context: WriteContext, { groups }: UndoStep): void {
  for (const groupId of groups.toReversed()) {
    for (const entry of entriesOf(context.database, groupId, 'DESC')) applyInverse(context, entry);
    setStatus(context, groupId, 'undone');
  }
}

/** Does the groups of a step again, oldest entry first, and marks them done. */
export function redoStep(context: WriteContext, { groups }: UndoStep): void {
  for (const groupId of groups) {
    for (const entry of entriesOf(context.database, groupId, 'ASC')) applyForward(context, entry);
    setStatus(context, groupId, 'done');
  }
}

/** Asked before each row that a revert writes: what came after may no longer allow it. May refuse with a failure. */
export interface RevertGuard {
  write(context: WriteContext, definition: NounDefinition, before: StoredRecord | null, after: StoredRecord): void;
  remove(context: WriteContext, definition: NounDefinition, record: StoredRecord): void;
}

/** Takes one older group back while keeping what came after; refused with a list where later changes touch the same. */
export function revertGroup(context: WriteContext, groupId: number, guard: RevertGuard): void {
  const group = statementOf<[number], { kind: string; status: string; label: string }>(
    context.database,
    'SELECT kind, status, label FROM change_group WHERE id = ?',
  ).get(groupId);
  if (!group) fail('E_NOT_FOUND', `There is no change group ${groupId}.`);
  if (group.status !== 'done') fail('E_CONFLICT', `"${group.label}" is already undone.`);
  if (group.kind === 'undo' || group.kind === 'redo')
    fail('E_CONFLICT', 'An undo is taken back with redo, a redo with undo.');
  revertStep(context, { label: group.label, groups: [groupId] }, guard);
}

/** Takes older groups back together while keeping what lies between and after; refused as the revert of one group is. */
export function revertStep(
  context: WriteContext,
  { label, groups }: Pick<UndoStep, 'label' | 'groups'>,
  guard: RevertGuard,
): void {
  const conflicts = groups.flatMap((groupId) => laterConflicts(context.database, groupId, new Set(groups)));
  if (conflicts.length > 0) {
    const more = conflicts.length > 1 ? ` and ${conflicts.length - 1} more` : '';
    fail('E_CONFLICT', `"${label}" cannot be reverted: ${conflicts[0]?.text}${more}.`, {
      details: { conflicts: conflicts.slice(0, LISTED_AT_MOST), conflictCount: conflicts.length },
    });
  }
  for (const groupId of groups.toReversed())
    for (const entry of entriesOf(context.database, groupId, 'DESC')) applyInverse(context, entry, guard);
}

/** A large import may meet thousands. */
const LISTED_AT_MOST = 100;

interface Conflict {
  readonly groupId: number;
  readonly noun: string;
  readonly objectId: string;
  readonly text: string;
}

/** @param together the groups that are taken back with this one */
function laterConflicts(database: ReadDatabase, groupId: number, together: ReadonlySet<number>): Conflict[] {
  const later = statementOf<[string, number], EntryRow & { group_id: number; label: string }>(
    database,
    `SELECT change.seq, change.group_id, change.noun, change.object_id, change.before, change.after, change_group.label
     FROM change JOIN change_group ON change_group.id = change.group_id
     WHERE change.object_id = ? AND change.group_id > ? AND change_group.status = 'done'
       AND change_group.kind IN ('edit', 'import', 'revert') ORDER BY change.seq LIMIT 20`,
  );
  return entriesOf(database, groupId, 'ASC').flatMap((entry) =>
    later
      .all(entry.object_id, groupId)
      .filter((other) => !together.has(other.group_id) && overlap(entry, other))
      .map((other) => ({
        groupId: other.group_id,
        noun: other.noun,
        objectId: other.object_id,
        text: `"${other.label}" later changed the same ${other.noun}`,
      })),
  );
}

/** Creations and deletions concern the whole row; two updates only meet in a field both changed. */
function overlap(entry: EntryRow, other: EntryRow): boolean {
  if (!entry.before || !entry.after || !other.before || !other.after) return true;
  const fields = new Set(Object.keys(JSON.parse(entry.after) as object));
  return Object.keys(JSON.parse(other.after) as object).some((key) => fields.has(key));
}

function entriesOf(database: ReadDatabase, groupId: number, order: 'ASC' | 'DESC'): EntryRow[] {
  return statementOf<{ groupId: number }, EntryRow>(
    database,
    `SELECT seq, noun, object_id, before, after FROM change WHERE ${ENTRIES_OF_GROUP} ORDER BY seq ${order}`,
  ).all({ groupId });
}

function applyInverse(context: WriteContext, entry: EntryRow, guard?: RevertGuard): void {
  apply(context, entry, entry.after, entry.before, guard);
}

function applyForward(context: WriteContext, entry: EntryRow): void {
  apply(context, entry, entry.before, entry.after);
}

function apply(
  context: WriteContext,
  entry: EntryRow,
  from: string | null,
  to: string | null,
  guard?: RevertGuard,
): void {
  const definition = findNoun(entry.noun);
  if (!definition) fail('E_INTERNAL', `This program does not know the noun "${entry.noun}" of the change.`);
  if (from === null && to !== null) {
    const record = recordOf(definition, entry.object_id, to);
    guard?.write(context, definition, null, record);
    return context.insert(definition, record);
  }
  const present = context.find(definition, entry.object_id);
  if (!present) fail('E_CONFLICT', `The ${inSentence(definition.label)} that the change is about is no longer there.`);
  if (to === null) {
    guard?.remove(context, definition, present);
    return context.remove(definition, present);
  }
  const patch = knownFields(definition, to);
  guard?.write(context, definition, present, { ...present, ...patch });
  context.update(definition, present, patch);
}

/** What an entry says of the fields that the noun has today; one from before a migration may know others. */
export function knownFields(definition: NounDefinition, text: string): Record<string, unknown> {
  const stored = JSON.parse(text) as Record<string, unknown>;
  const known = definition.fieldList.filter(({ key }) => Object.hasOwn(stored, key));
  return Object.fromEntries(known.map(({ key }) => [key, stored[key]]));
}

/** The whole record that the full text of an entry says; fields that came later hold what they are empty with. */
export function recordOf(definition: NounDefinition, id: string, text: string): StoredRecord {
  const stored = JSON.parse(text) as Record<string, unknown>;
  const record: StoredRecord = { id };
  for (const field of definition.fieldList) record[field.key] = stored[field.key] ?? emptyValue(field);
  return record;
}

function setStatus(context: WriteContext, groupId: number, status: 'done' | 'undone'): void {
  context.database.prepare('UPDATE change_group SET status = ? WHERE id = ?').run(status, groupId);
}
