import type { ReadDatabase } from '../../db/connection.ts';
import { statementOf } from '../../db/statements.ts';
import { ENTRIES_OF_GROUP } from '../../db/undo.ts';

/** An entry of the change log as it is stored: before and after are JSON, null where there was or is nothing. */
export interface StoredChange {
  readonly seq: number;
  readonly groupId: number;
  readonly noun: string;
  readonly objectId: string;
  readonly before: string | null;
  readonly after: string | null;
}

const CHANGE = 'SELECT seq, group_id AS groupId, noun, object_id AS objectId, before, after FROM change';

export function changeWith(database: ReadDatabase, seq: number): StoredChange | undefined {
  return statementOf(database, `${CHANGE} WHERE seq = ?`).get(seq) as StoredChange | undefined;
}

/** The changes of an object from a change on, that one included, newest first. */
export function changesSince(database: ReadDatabase, objectId: string, seq: number): StoredChange[] {
  return statementOf(database, `${CHANGE} WHERE object_id = ? AND seq >= ? ORDER BY seq DESC`).all(
    objectId,
    seq,
  ) as StoredChange[];
}

/** What a group deleted, owners before what they owned. */
export function removedWith(database: ReadDatabase, groupId: number): StoredChange[] {
  return statementOf(database, `${CHANGE} WHERE ${ENTRIES_OF_GROUP} AND after IS NULL ORDER BY seq DESC`).all({
    groupId,
  }) as StoredChange[];
}

/** What a group changed and left there. */
export function updatedWith(database: ReadDatabase, groupId: number): StoredChange[] {
  return statementOf(
    database,
    `${CHANGE} WHERE ${ENTRIES_OF_GROUP} AND before IS NOT NULL AND after IS NOT NULL ORDER BY seq DESC`,
  ).all({ groupId }) as StoredChange[];
}
