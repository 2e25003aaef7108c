import { fail } from '../../../shared/contract/failure.ts';
import { fieldOf } from '../../../shared/domain/noun.ts';
import { findNoun } from '../../../shared/domain/nouns.ts';
import type { ReadDatabase } from '../../db/connection.ts';

/** Values in use in a free-text field, most used first; for completion. */
export function valuesInUse(database: ReadDatabase, noun: string, key: string, text: string, limit: number): string[] {
  const definition = findNoun(noun) ?? fail('E_NOT_FOUND', `There is no noun "${noun}".`);
  const known = definition.fieldList.find((entry) => entry.key === key && entry.meta.completed);
  if (!known) fail('E_FORMAT', `${definition.label} has no completed field "${key}".`);
  const { column } = fieldOf(definition, key);
  return database
    .prepare<[string, number], string>(
      `SELECT ${column} FROM ${definition.table} WHERE ${column} IS NOT NULL AND instr(lower(${column}), lower(?)) > 0
       GROUP BY ${column} ORDER BY count(*) DESC, ${column} LIMIT ?`,
    )
    .pluck()
    .all(text, limit);
}
