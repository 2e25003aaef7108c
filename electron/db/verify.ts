import type { Verification } from '../../shared/contract/history.ts';
import type { ReadDatabase } from './connection.ts';
import { CHAIN_START, entryHash, groupText } from './hash-chain.ts';

interface Row {
  readonly seq: number;
  readonly noun: string;
  readonly object_id: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly hash: Buffer;
  readonly group_id: number;
  readonly at: string | null;
  readonly actor: string;
  readonly kind: string;
  readonly label: string;
  readonly target: number | null;
}

const ENTRIES = `
  SELECT change.seq, change.noun, change.object_id, change.before, change.after, change.hash, change.group_id,
         change_group.at, change_group.actor, change_group.kind, change_group.label, change_group.target
  FROM change LEFT JOIN change_group ON change_group.id = change.group_id
  ORDER BY change.seq`;

/**
 * Recomputes every hash of the change log. With a `head` kept outside the file (printed on reports), a rewritten or
 * cut-off log is found too: the head must be the hash of some entry, and is reported missing otherwise.
 */
export function verifyChangeLog(database: ReadDatabase, head?: string): Verification {
  let previous: Buffer = CHAIN_START;
  let checked = 0;
  let headSeen = head === undefined || head === CHAIN_START.toString('hex');
  const bad = (seq: number, reason: string): Verification => ({
    ok: false,
    checked,
    head: previous.toString('hex'),
    firstBad: { seq, reason },
  });
  for (const row of database.prepare<[], Row>(ENTRIES).iterate()) {
    if (row.seq !== checked + 1) return bad(checked + 1, `Entry ${checked + 1} is missing.`);
    if (row.at === null) return bad(row.seq, `The group of entry ${row.seq} is missing.`);
    const { group_id: id, at, actor, kind, label, target } = row;
    const entry = { seq: row.seq, noun: row.noun, objectId: row.object_id, before: row.before, after: row.after };
    const wanted = entryHash(previous, groupText({ id, at, actor, kind, label, target }), entry);
    if (!wanted.equals(row.hash)) return bad(row.seq, `Entry ${row.seq} was changed after it was written.`);
    previous = wanted;
    checked += 1;
    headSeen ||= wanted.toString('hex') === head;
  }
  if (!headSeen)
    return bad(checked + 1, 'The log no longer leads to the given head: entries were rewritten or cut off.');
  return { ok: true, checked, head: previous.toString('hex'), firstBad: null };
}
