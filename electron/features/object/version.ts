import { fail } from '../../../shared/contract/failure.ts';
import type { NounDefinition } from '../../../shared/domain/noun.ts';
import type { ReadDatabase } from '../../db/connection.ts';
import { findRecord } from '../../db/statements.ts';

/** The version of a row: the number of its newest entry in the change log, which no undo ever gives out twice. */
export function versionOf(database: ReadDatabase, id: string): number {
  return (
    database.prepare<[string], number>('SELECT ifnull(max(seq), 0) FROM change WHERE object_id = ?').pluck().get(id) ??
    0
  );
}

/** Refuses a change based on an older version with E_CONFLICT, naming for each field both values. */
export function refuseStale(
  database: ReadDatabase,
  definition: NounDefinition,
  id: string,
  version: number,
  patch: unknown,
): void {
  const present = versionOf(database, id);
  if (present === version) return;
  const record = findRecord(database, definition, id);
  if (!record) return;
  const changedSince = changedFields(database, id, version);
  const wanted = typeof patch === 'object' && patch !== null ? (patch as Record<string, unknown>) : {};
  const conflicts = definition.fieldList
    .filter((field) => changedSince.has(field.key) && field.key in wanted && wanted[field.key] !== record[field.key])
    .map((field) => ({ key: field.key, label: field.meta.label, yours: wanted[field.key], theirs: record[field.key] }));
  const names = conflicts.map((conflict) => conflict.label).join(', ');
  const tail = names ? `: ${names}` : ', in other fields than yours';
  const message = `This ${definition.label.toLowerCase()} was changed since you opened it${tail}. Look at both values and save again.`;
  fail('E_CONFLICT', message, { details: { version: present, conflicts, record } });
}

function changedFields(database: ReadDatabase, id: string, version: number): Set<string> {
  const entries = database
    .prepare<[string, number], string>('SELECT after FROM change WHERE object_id = ? AND seq > ? AND after IS NOT NULL')
    .pluck()
    .all(id, version);
  return new Set(entries.flatMap((text) => Object.keys(JSON.parse(text) as object)));
}
