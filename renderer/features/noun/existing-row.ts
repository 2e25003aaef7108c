import type { NounDefinition } from '../../../shared/domain/noun.ts';
import type { FieldValues } from '../../bridge/noun-client.ts';
import { changedFields, draftOf, readDraft, type Draft } from './form-values.ts';

/** The natural key as it is typed so far; null while a part of it is missing or cannot be read. */
export function keyTyped(definition: NounDefinition, draft: Draft): FieldValues | null {
  const fields = definition.fieldList.filter(({ key }) => definition.naturalKey.includes(key));
  const reading = readDraft(definition, draft, fields);
  return reading.ok && Object.keys(reading.record).length === fields.length ? reading.record : null;
}

/** The draft of a row on record with what was typed over it; its key stays as it is typed. */
export function draftOver(
  definition: NounDefinition,
  record: FieldValues,
  draft: Draft,
  typed: ReadonlySet<string>,
): Draft {
  const own = Object.entries(draftOf(definition, record));
  const isTyped = (key: string) => typed.has(key) || definition.naturalKey.includes(key);
  return Object.fromEntries(own.map(([key, value]) => [key, isTyped(key) ? draft[key] : value]));
}

/** What an upsert of the row on record is given: its key as it is written there, and the fields that differ. */
export function upsertOver(definition: NounDefinition, present: FieldValues, record: FieldValues): FieldValues {
  const key = definition.naturalKey.map((name) => [name, present[name]] as const);
  return { ...changedFields(present, record), ...Object.fromEntries(key) };
}
