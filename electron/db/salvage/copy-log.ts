import type { ReadDatabase, WriteDatabase } from '../connection.ts';
import { checkedEntries, badGroup } from '../verify.ts';
import { isUnreadable, readAround } from './read-around.ts';

/** Past any number that a log reaches; where the newest entry cannot be read the search ends here. */
const FAR = 2 ** 31;

interface EntryRow {
  readonly key: number;
  readonly values: readonly unknown[];
}

function newestKey(source: ReadDatabase, table: string, key: string): number {
  try {
    return Number(source.prepare(`SELECT max(${key}) FROM ${table}`).pluck().get() ?? 0);
  } catch (error) {
    if (!isUnreadable(error)) throw error;
    return FAR;
  }
}

/** Copies every group and entry that can be read, as they are. Answers whether nothing was left behind. */
export function copyLog(source: ReadDatabase, target: WriteDatabase): boolean {
  const whole = [
    copyTable(source, target, 'change_group', 'id, at, actor, kind, label, target, first_seq, status'),
    copyTable(source, target, 'change', 'seq, group_id, noun, object_id, before, after, hash'),
  ];
  return whole.every(Boolean);
}

function copyTable(source: ReadDatabase, target: WriteDatabase, table: string, columns: string): boolean {
  const key = columns.split(',')[0] ?? '';
  const places = columns.replaceAll(/\w+/g, '?');
  const insert = target.prepare(`INSERT INTO ${table} (${columns}) VALUES (${places})`);
  const rows = source
    .prepare<[number], unknown[]>(`SELECT ${columns} FROM ${table} NOT INDEXED WHERE ${key} > ? ORDER BY ${key}`)
    .raw();
  function* after(number: number): IterableIterator<EntryRow> {
    for (const values of rows.iterate(number)) yield { key: Number(values[0]), values };
  }
  let copied = 0;
  for (const { values } of readAround(after, newestKey(source, table, key))) {
    try {
      insert.run(...values);
      copied += 1;
    } catch {
      // A row whose bytes no longer fit the columns is as lost as one that cannot be read.
    }
  }
  return copied === newestKey(target, table, key);
}

export interface LogState {
  /** The number of the last entry up to which everything is as it was written, at the end of a group. */
  readonly soundTo: number;
  readonly entries: number;
  /** Whether entries are damaged or missing: what is stored then counts beside what is told. */
  readonly strangers: boolean;
}

/** How far the copied log can be trusted. */
export function logState(target: ReadDatabase, whole: boolean): LogState {
  let firstBad: number | null = null;
  let entries = 0;
  let newestGroup = 0;
  for (const { seq, problem, groupId } of checkedEntries(target)) {
    entries += 1;
    newestGroup = groupId;
    if (problem !== null) firstBad ??= seq;
  }
  // Where groups stand wrong, only what is not hashed is damaged: it is made anew from the groups themselves.
  const sound = whole && firstBad === null;
  if (sound && !badGroup(target, newestGroup)) return { soundTo: entries, entries, strangers: false };
  const startOfGroup = target.prepare<[number], number>(
    'SELECT ifnull(max(first_seq), 1) FROM change_group WHERE first_seq <= ?',
  );
  const soundTo = firstBad === null ? entries : (startOfGroup.pluck().get(firstBad) ?? 1) - 1;
  return { soundTo, entries, strangers: !sound };
}
