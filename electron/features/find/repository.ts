import { fail } from '../../../shared/contract/failure.ts';
import { fieldOf } from '../../../shared/domain/noun.ts';
import { findNoun } from '../../../shared/domain/nouns.ts';
import type { ReadDatabase } from '../../db/connection.ts';
import { valuesLike } from './values-repository.ts';

/** Values in use in a free-text field, most used first; for completion. */
export function valuesInUse(database: ReadDatabase, noun: string, key: string, text: string, limit: number): string[] {
  const definition = findNoun(noun) ?? fail('E_NOT_FOUND', `There is no noun "${noun}".`);
  const known = definition.fieldList.find((entry) => entry.key === key && entry.meta.completed);
  if (!known) fail('E_FORMAT', `${definition.label} has no completed field "${key}".`);
  return valuesLike(database, definition, fieldOf(definition, key).column, text, limit);
}
