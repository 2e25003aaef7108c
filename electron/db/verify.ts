import type { Verification } from '../../shared/contract/history.ts';
import type { ReadDatabase } from './connection.ts';
import { CHAIN_START, entryHash, groupText } from './hash-chain.ts';

interface Row extends GroupFacts {
  readonly seq: number;
  readonly noun: string;
  readonly object_id: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly hash: Buffer;
  readonly group_id: number;
}

interface GroupFacts {
  readonly at: string | null;
  readonly actor: string;
  readonly kind: string;
  readonly label: string;
  readonly target: number | null;
  readonly first_seq: number;
}

const ENTRIES = `
  SELECT change.seq, change.noun, change.object_id, change.before, change.after, change.hash, change.group_id,
         change_group.at, change_group.actor, change_group.kind, change_group.label, change_group.target, change_group.first_seq
  FROM change LEFT JOIN change_group ON change_group.id = change.group_id
  ORDER BY change.seq`;

/**
 * Recomputes every hash of the change log, and what is kept beside it: where each group begins and whether it stands. With
 * a `head` kept outside the file (printed on reports), a rewritten or cut-off log is found too: the head must be the hash
 * of some entry, and is reported missing otherwise.
 */
export function verifyChangeLog(database: ReadDatabase, head?: string): Verification {
  let previous: Buffer = CHAIN_START;
  let previousGroup = 0;
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
    const wanted = hashOf(previous, row, row.at);
    // No entry holds empty text; as a missing value it would hash the same.
    if (!wanted.equals(row.hash) || row.before === '' || row.after === '')
      return bad(row.seq, `Entry ${row.seq} was changed after it was written.`);
    if (row.group_id !== previousGroup && row.first_seq !== row.seq)
      return bad(row.seq, `Group ${row.group_id} does not begin at entry ${row.seq} any more.`);
    previous = wanted;
    previousGroup = row.group_id;
    checked += 1;
    headSeen ||= wanted.toString('hex') === head;
  }
  if (!headSeen)
    return bad(checked + 1, 'The log no longer leads to the given head: entries were rewritten or cut off.');
  const group = badGroup(database, previousGroup);
  if (group) return bad(group.first_seq, `Group ${group.id} does not stand as the changes after it say.`);
  return { ok: true, checked, head: previous.toString('hex'), firstBad: null };
}

function hashOf(previous: Buffer, row: Row, at: string): Buffer {
  const { group_id: id, actor, kind, label, target } = row;
  const entry = { seq: row.seq, noun: row.noun, objectId: row.object_id, before: row.before, after: row.after };
  return entryHash(previous, groupText({ id, at, actor, kind, label, target }), entry);
}

interface GroupRow {
  readonly id: number;
  readonly kind: string;
  readonly target: number | null;
  readonly first_seq: number;
  readonly status: string;
}

/**
 * The first group whose state (done, undone, discarded) is not what the later undos, redos and edits made of it, or that
 * has no entries: groups count up without gaps, so it is one past the newest entry's.
 */
function badGroup(database: ReadDatabase, newest: number): GroupRow | undefined {
  const groups = database
    .prepare<[], GroupRow>('SELECT id, kind, target, first_seq, status FROM change_group ORDER BY id')
    .all();
  const status = new Map<number, string>();
  const undone = new Set<number>();
  for (const { id, kind, target } of groups.filter((group) => group.id <= newest)) {
    status.set(id, 'done');
    if (kind === 'undo' && target !== null) undone.add(target);
    else if (kind === 'redo' && target !== null) undone.delete(target);
    else {
      for (const lost of undone) status.set(lost, 'discarded');
      undone.clear();
    }
  }
  for (const id of undone) status.set(id, 'undone');
  return groups.find(
    (group, index) => group.id !== index + 1 || group.id > newest || status.get(group.id) !== group.status,
  );
}
