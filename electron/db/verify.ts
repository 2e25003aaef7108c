import type { Verification } from '../../shared/contract/history.ts';
import type { ReadDatabase } from './connection.ts';
import { CHAIN_START, entryHash, groupText } from './hash-chain.ts';
import { firstOf } from './undo-steps.ts';

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

/** One entry of the log as it was found. */
export interface CheckedEntry {
  readonly seq: number;
  readonly noun: string;
  readonly objectId: string;
  /** The hash that its content and the entry before make. */
  readonly hash: Buffer;
  /** What is wrong with it, as a sentence; null: it is what was written. */
  readonly problem: string | null;
  readonly groupId: number;
}

/**
 * Recomputes the hash of every entry in order. After a bad entry it goes on from the hash that is stored, so that one
 * damaged entry is told once and those after it are judged by themselves.
 */
export function* checkedEntries(database: ReadDatabase): Generator<CheckedEntry> {
  let previous: Buffer = CHAIN_START;
  let previousGroup = 0;
  let expected = 1;
  for (const row of database.prepare<[], Row>(ENTRIES).iterate()) {
    const wanted = hashOf(previous, row, row.at ?? '');
    const problem = problemOf(row, { expected, wanted, previousGroup });
    const seq = row.seq === expected ? row.seq : expected;
    yield { seq, noun: row.noun, objectId: row.object_id, hash: wanted, problem, groupId: row.group_id };
    previous = problem === null ? wanted : row.hash;
    previousGroup = row.group_id;
    expected = row.seq + 1;
  }
}

function problemOf(
  row: Row,
  { expected, wanted, previousGroup }: { expected: number; wanted: Buffer; previousGroup: number },
): string | null {
  if (row.seq !== expected) return `Entry ${expected} is missing.`;
  if (row.at === null) return `The group of entry ${row.seq} is missing.`;
  // No entry holds empty text; as a missing value it would hash the same.
  if (!wanted.equals(row.hash) || row.before === '' || row.after === '')
    return `Entry ${row.seq} was changed after it was written.`;
  if (row.group_id !== previousGroup && row.first_seq !== row.seq)
    return `Group ${row.group_id} does not begin at entry ${row.seq} any more.`;
  return null;
}

/**
 * Recomputes every hash of the change log, and what is kept beside it: where each group begins and whether it stands. With
 * a `head` kept outside the file (printed on reports), a rewritten or cut-off log is found too: the head must be the hash
 * of some entry, and is reported missing otherwise.
 */
export function verifyChangeLog(database: ReadDatabase, head?: string): Verification {
  let previous = CHAIN_START.toString('hex');
  let newestGroup = 0;
  let checked = 0;
  let headSeen = head === undefined || head === previous;
  const bad = (seq: number, reason: string): Verification => ({
    ok: false,
    checked,
    head: previous,
    firstBad: { seq, reason },
  });
  for (const { seq, hash, problem, groupId } of checkedEntries(database)) {
    if (problem !== null) return bad(seq, problem);
    previous = hash.toString('hex');
    newestGroup = groupId;
    checked += 1;
    headSeen ||= previous === head;
  }
  if (!headSeen)
    return bad(checked + 1, 'The log no longer leads to the given head: entries were rewritten or cut off.');
  const group = badGroup(database, newestGroup);
  if (group) return bad(group.first_seq, `Group ${group.id} does not stand as the changes after it say.`);
  return { ok: true, checked, head: previous, firstBad: null };
}

function hashOf(previous: Buffer, row: Row, at: string): Buffer {
  const { group_id: id, actor, kind, label, target } = row;
  const entry = { seq: row.seq, noun: row.noun, objectId: row.object_id, before: row.before, after: row.after };
  return entryHash(previous, groupText({ id, at, actor, kind, label, target }), entry);
}

export interface GroupRow {
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
export function badGroup(database: ReadDatabase, newest: number): GroupRow | undefined {
  const groups = database
    .prepare<[], GroupRow>('SELECT id, kind, target, first_seq, status FROM change_group ORDER BY id')
    .all();
  const status = groupStates(groups.filter((group) => group.id <= newest));
  return groups.find(
    (group, index) => group.id !== index + 1 || group.id > newest || status.get(group.id) !== group.status,
  );
}

/** How each group stands after all of them: done, undone, or discarded by a later edit. */
export function groupStates(
  groups: readonly Pick<GroupRow, 'id' | 'kind' | 'target'>[],
): ReadonlyMap<number, 'done' | 'undone' | 'discarded'> {
  const status = new Map<number, 'done' | 'undone' | 'discarded'>();
  const undone = new Set<number>();
  /** The groups so far of each step of several, by its first. */
  const steps = new Map<number, number[]>();
  for (const group of groups) {
    const { id, kind, target } = group;
    status.set(id, 'done');
    const step = target === null ? [] : (steps.get(target) ?? [target]);
    if (kind === 'undo') for (const one of step) undone.add(one);
    else if (kind === 'redo') for (const one of step) undone.delete(one);
    else {
      for (const lost of undone) status.set(lost, 'discarded');
      undone.clear();
    }
    const first = firstOf(group);
    if (first === id) continue;
    if (steps.has(first)) step.push(id);
    else steps.set(first, [first, id]);
  }
  for (const id of undone) status.set(id, 'undone');
  return status;
}

export interface ChangeMark {
  readonly seq: number;
  /** In hex. */
  readonly hash: string;
}

const NO_CHANGE: ChangeMark = { seq: 0, hash: '' };

const MARK = 'SELECT seq, lower(hex(hash)) AS hash FROM change';

/** The newest entry as it is stored; number 0 and no hash where there is none. */
export function newestChange(database: ReadDatabase): ChangeMark {
  return database.prepare<[], ChangeMark>(`${MARK} ORDER BY seq DESC LIMIT 1`).get() ?? NO_CHANGE;
}

/** The entry with this number as it is stored; number 0 and no hash where it is not there. */
export function changeAt(database: ReadDatabase, seq: number): ChangeMark {
  return database.prepare<[number], ChangeMark>(`${MARK} WHERE seq = ?`).get(seq) ?? NO_CHANGE;
}
