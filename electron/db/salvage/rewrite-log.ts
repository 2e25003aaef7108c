import { findNoun, NOUN_LIST } from '../../../shared/domain/nouns.ts';
import type { NounDefinition } from '../../../shared/domain/noun.ts';
import { ChangeLog } from '../change-log.ts';
import type { WriteDatabase } from '../connection.ts';
import { toSql, type StoredRecord } from '../record-codec.ts';
import type { FoldedRow } from '../scrub/row-model.ts';
import { everyRecord, findRecord } from '../statements.ts';
import { groupStates } from '../verify.ts';
import { complete, foldedRows } from './best-rows.ts';

/** Cuts the log after its last sound group and makes anew what is kept beside the hashes. */
export function cutLog(database: WriteDatabase, soundTo: number): void {
  database.prepare('DELETE FROM change WHERE seq > ?').run(soundTo);
  database.exec(`
    DELETE FROM change_group WHERE id NOT IN (SELECT group_id FROM change);
    UPDATE change_group SET first_seq = (SELECT min(seq) FROM change WHERE group_id = change_group.id);
  `);
  const groups = database
    .prepare<[], { id: number; kind: string; target: number | null }>(
      'SELECT id, kind, target FROM change_group ORDER BY id',
    )
    .all();
  const set = database.prepare('UPDATE change_group SET status = ? WHERE id = ?');
  for (const [id, status] of groupStates(groups)) set.run(status, id);
}

/** Writes one group that leads from what the log says to the rows as they now are; none where it says so already. */
export function logDifference(database: WriteDatabase, label: string, actor: string, at: Date): number {
  const log = new ChangeLog(database);
  log.begin({ kind: 'edit', label, actor }, at);
  const known = new Set<string>();
  // Read whole before anything is appended to what is read.
  const wanted: (() => void)[] = [];
  for (const told of foldedRows(database)) {
    const definition = findNoun(told.noun);
    if (!definition) continue;
    known.add(`${told.noun} ${told.id}`);
    const entry = difference(definition, told, findRecord(database, definition, told.id));
    if (entry) wanted.push(() => log.append(definition, told.id, entry.before, entry.after));
  }
  for (const definition of NOUN_LIST) {
    if (definition.noun === 'setting') continue;
    for (const record of everyRecord(database, definition))
      if (!known.has(`${definition.noun} ${record.id}`))
        wanted.push(() => log.append(definition, record.id, null, withoutEmpty(record)));
  }
  for (const append of wanted) append();
  log.flush();
  const { entries } = log;
  log.commit();
  return entries;
}

type Fields = Record<string, unknown>;

function difference(
  definition: NounDefinition,
  told: FoldedRow,
  present: StoredRecord | undefined,
): { before: Fields | null; after: Fields | null } | null {
  const before = told.record === null ? null : complete(definition, told);
  if (!before || !present) {
    if (!before && !present) return null;
    return { before: before && withoutEmpty(before), after: present ? withoutEmpty(present) : null };
  }
  const changed = definition.fieldList.filter((field) => {
    const known = told.whole || Object.hasOwn(told.record ?? {}, field.key);
    return known && toSql(field, before[field.key]) !== toSql(field, present[field.key]);
  });
  if (changed.length === 0) return null;
  const only = (record: StoredRecord) => Object.fromEntries(changed.map(({ key }) => [key, record[key] ?? null]));
  return { before: only(before), after: only(present) };
}

function withoutEmpty(record: StoredRecord): Fields {
  const filled = Object.entries(record).filter(([key, value]) => key !== 'id' && value !== null && value !== undefined);
  return Object.fromEntries(filled);
}
