import type { ReadDatabase, WriteDatabase } from '../../db/connection.ts';
import { statementOf } from '../../db/statements.ts';

/** A thing that was written, by the entry of the log that says so. */
export interface PendingThing {
  readonly seq: number;
  readonly id: string;
  /** Undefined: what was written is a tag or custom value of it. */
  readonly noun: string | undefined;
}

/** The last entry of the log up to which search entries are written; null: they are all written. */
export function pendingAfter(database: ReadDatabase): number | null {
  const row = statementOf(database, 'SELECT pending_after AS seq FROM search_state').get() as { seq: number | null };
  return row.seq;
}

/** How many entries of the log the search entries are behind. */
export function pendingChanges(database: ReadDatabase): number {
  const row = statementOf(
    database,
    'SELECT ifnull((SELECT max(seq) FROM change) - pending_after, 0) AS behind FROM search_state',
  ).get() as { behind: number };
  return row.behind;
}

/** Call before the commit of a group whose search entries are not written with it. */
export function leaveForLater(database: WriteDatabase): void {
  database.exec(`UPDATE search_state SET pending_after = min(ifnull(pending_after, latest.before), latest.before)
    FROM (SELECT first_seq - 1 AS before FROM change_group ORDER BY id DESC LIMIT 1) AS latest`);
}

/** Call when search entries are written up to an entry of the log; null: up to the last. */
export function writtenThrough(database: WriteDatabase, seq: number | null): void {
  statementOf(database, 'UPDATE search_state SET pending_after = ?').run(seq);
}

/** What the log says was written after an entry of it, in its order. */
export function pendingThings(database: ReadDatabase, after: number, limit: number): PendingThing[] {
  // An edited tag names its owner nowhere but in its row.
  const rows = statementOf(
    database,
    `SELECT seq, noun, object_id AS id, CASE WHEN noun IN ('tag', 'customValue') THEN ifnull(
        json_extract(ifnull(after, before), '$.objectId'), ifnull(
          (SELECT tag.object_id FROM tag WHERE tag.id = change.object_id),
          (SELECT custom_value.object_id FROM custom_value WHERE custom_value.id = change.object_id))) END AS owner
     FROM change WHERE seq > ? ORDER BY seq LIMIT ?`,
  ).all(after, limit) as { seq: number; noun: string; id: string; owner: string | null }[];
  return rows.map(({ seq, noun, id, owner }) =>
    noun === 'tag' || noun === 'customValue' ? { seq, id: owner ?? '', noun: undefined } : { seq, id, noun },
  );
}

/** Call where entries can no longer be trusted: all are written again. */
export function forgetEntries(database: WriteDatabase): void {
  database.exec(`
    DELETE FROM search_entry;
    DELETE FROM search_key;
    INSERT INTO search_text (search_text) VALUES ('delete-all');
    INSERT INTO search_text_journal (search_text_journal) VALUES ('delete-all');
    UPDATE search_state SET pending_after = 0;
  `);
}
