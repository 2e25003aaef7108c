import { decodeRows } from '../../db/typed-row.ts';
import { fail, failFields } from '../../../shared/contract/failure.ts';
import { customValueProblem, type CustomField } from '../../../shared/domain/custom-field.ts';
import { definitionOf } from '../../../shared/domain/nouns.ts';
import { tagKeyProblem, type TagMap } from '../../../shared/domain/tag.ts';
import type { ReadDatabase } from '../../db/connection.ts';
import { newId } from '../../db/identifier.ts';
import { decodeRow } from '../../db/record-codec.ts';
import { statementOf } from '../../db/statements.ts';
import type { WriteContext } from '../../db/write-context.ts';

type CustomMap = Record<string, string | null>;

interface TagRow {
  readonly id: string;
  readonly object_id: string;
  readonly key: string;
  readonly value: string;
}

const NO_TAGS: TagMap = {};

/** The tags of several objects by object id. */
export function tagsOf(database: ReadDatabase, ids: readonly string[]): Map<string, TagMap> {
  const rows = statementOf(
    database,
    'SELECT object_id, key, value FROM tag WHERE object_id IN (SELECT value FROM json_each(?)) ORDER BY key',
  ).all(JSON.stringify(ids)) as TagRow[];
  const found = new Map<string, TagMap>();
  for (const row of rows) {
    const tags = found.get(row.object_id) ?? {};
    tags[row.key] = row.value;
    found.set(row.object_id, tags);
  }
  return found;
}

export function tagsOfOne(database: ReadDatabase, id: string): TagMap {
  return tagsOf(database, [id]).get(id) ?? NO_TAGS;
}

export function customFieldsOf(database: ReadDatabase, noun: string): CustomField[] {
  const rows = statementOf(database, 'SELECT * FROM custom_field WHERE noun = ? ORDER BY key').all(noun) as Record<
    string,
    unknown
  >[];
  return decodeRows('customField', rows);
}

/** Custom values of several objects by object id, under the fields' keys. */
export function customValuesOf(database: ReadDatabase, ids: readonly string[]): Map<string, CustomMap> {
  const rows = statementOf(
    database,
    `SELECT custom_value.object_id, custom_field.key, custom_value.value FROM custom_value
     JOIN custom_field ON custom_field.id = custom_value.field_id
     WHERE custom_value.object_id IN (SELECT value FROM json_each(?))`,
  ).all(JSON.stringify(ids)) as { object_id: string; key: string; value: string | null }[];
  const found = new Map<string, CustomMap>();
  for (const row of rows) {
    const values = found.get(row.object_id) ?? {};
    values[row.key] = row.value;
    found.set(row.object_id, values);
  }
  return found;
}

function refuseReservedKey(key: string): void {
  const problem = tagKeyProblem(key);
  if (problem) fail('E_RESERVED_KEY', problem.message, { fields: [{ ...problem, path: `tags.${key}` }] });
}

/** The tags of an object that was just created and has none yet. */
export function insertTags(context: WriteContext, objectId: string, tags: TagMap): void {
  const definition = definitionOf('tag');
  for (const [key, value] of Object.entries(tags)) {
    refuseReservedKey(key);
    context.insert(definition, { id: newId(), objectId, key, value });
  }
}

/** Sets the given tags; `whole`: they are all the tags there shall be, others go. Answers whether anything changed. */
export function writeTags(context: WriteContext, objectId: string, tags: TagMap, whole: boolean): boolean {
  const definition = definitionOf('tag');
  const rows = statementOf(context.database, 'SELECT * FROM tag WHERE object_id = ?').all(objectId) as TagRow[];
  const present = new Map(rows.map((row) => [row.key, row]));
  let changed = false;
  for (const [key, value] of Object.entries(tags)) {
    refuseReservedKey(key);
    const row = present.get(key);
    if (row) changed = context.update(definition, decodeRow(definition, { ...row }), { value }).length > 0 || changed;
    else context.insert(definition, { id: newId(), objectId, key, value });
    changed ||= !row;
  }
  if (!whole) return changed;
  for (const row of rows) {
    if (Object.hasOwn(tags, row.key)) continue;
    context.remove(definition, decodeRow(definition, { ...row }));
    changed = true;
  }
  return changed;
}

/**
 * Sets the given custom values (null or empty clears). Refused are keys that no custom field has, values that are not of
 * the field's kind, and clearing a required field. Answers whether anything changed.
 */
export function writeCustomValues(context: WriteContext, noun: string, objectId: string, given: CustomMap): boolean {
  const definition = definitionOf('customValue');
  const custom = Object.entries(given).map(([key, value]) => [key, value === '' ? null : value] as const);
  const fields = new Map(customFieldsOf(context.database, noun).map((field) => [field.key, field]));
  const problems = custom.flatMap(([key, value]) => {
    const field = fields.get(key);
    if (!field) return [unknownKey(key, [...fields.keys()])];
    if (value === null) return field.required ? [missingValue(field)] : [];
    const problem = customValueProblem(field, value);
    return problem ? [problem] : [];
  });
  if (problems.length > 0) failFields(problems);
  let changed = false;
  for (const [key, value] of custom) {
    const fieldId = fields.get(key)?.id ?? '';
    const row = statementOf<[string, string], Record<string, unknown>>(
      context.database,
      'SELECT * FROM custom_value WHERE object_id = ? AND field_id = ?',
    ).get(objectId, fieldId);
    if (row && value === null) context.remove(definition, decodeRow(definition, row));
    else if (row) changed = context.update(definition, decodeRow(definition, row), { value }).length > 0 || changed;
    else if (value !== null) context.insert(definition, { id: newId(), objectId, fieldId, value });
    changed ||= row ? value === null : value !== null;
  }
  return changed;
}

/** Required custom fields that `custom` leaves empty are refused. */
export function refuseMissingCustom(database: ReadDatabase, noun: string, custom: CustomMap): void {
  const missing = customFieldsOf(database, noun).filter((field) => field.required && !custom[field.key]);
  if (missing.length > 0) failFields(missing.map(missingValue));
}

function missingValue(field: CustomField) {
  return { path: `custom.${field.key}`, message: `${field.label} is required.`, allowed: 'a value' };
}

function unknownKey(key: string, keys: readonly string[]) {
  const allowed = keys.length > 0 ? keys.join(', ') : 'no custom field is defined';
  return { path: `custom.${key}`, message: `There is no custom field "${key}"; allowed: ${allowed}.`, allowed };
}
