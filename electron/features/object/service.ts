import { inSentence } from '../../../shared/domain/label-text.ts';
import { fail } from '../../../shared/contract/failure.ts';
import type { Dependants } from '../../../shared/contract/noun.ts';
import { nameOf, type NounDefinition } from '../../../shared/domain/noun.ts';
import type { ReadDatabase } from '../../db/connection.ts';
import { newId } from '../../db/identifier.ts';
import type { StoredRecord } from '../../db/record-codec.ts';
import { findRecord } from '../../db/statements.ts';
import type { WriteContext } from '../../db/write-context.ts';
import { dependantFields, dependantRows, previewDependants } from './dependant-repository.ts';
import { refuseMissingCustom, writeCustomValues, writeTags } from './extras-repository.ts';
import { findByNaturalKey, namesOf, referencedIds, resolveReference } from './reference-repository.ts';
import type { NounRules } from '../../session/noun-rules.ts';
import { checkWhole, validDraft, validPatch, withResolvedReferences } from './validation.ts';
import { refuseStale } from './version.ts';

export interface Extras {
  readonly tags?: Record<string, string> | undefined;
  readonly custom?: Record<string, string | null> | undefined;
  /** Of a new row that a file brings with its id. */
  readonly id?: string | undefined;
}

/** Creates a row from a draft. Names in reference fields are resolved; the noun's own rules decide. */
export function createRow(
  context: WriteContext,
  rules: NounRules,
  definition: NounDefinition,
  draft: unknown,
  extras: Extras = {},
): StoredRecord {
  const given = typeof draft === 'object' && draft !== null ? (draft as Record<string, unknown>) : {};
  const record = validDraft(definition, withResolvedReferences(context.database, definition, given)) as StoredRecord;
  record.id = extras.id ?? newId();
  if (definition.names) refuseMissingCustom(context.database, definition.noun, extras.custom ?? {});
  rules[definition.noun]?.beforeWrite?.(context, null, record);
  context.insert(definition, record);
  writeExtras(context, definition, record.id, extras, true);
  return record;
}

/** Changes the fields of `patch`; answers whether anything differed. Given tags replace all tags when `wholeTags`. */
export function updateRow(
  context: WriteContext,
  rules: NounRules,
  definition: NounDefinition,
  id: string,
  patch: unknown,
  extras: Extras = {},
  wholeTags = true,
): boolean {
  const before = requireRow(context.database, definition, id);
  const given = typeof patch === 'object' && patch !== null ? (patch as Record<string, unknown>) : {};
  const valid = validPatch(definition, withResolvedReferences(context.database, definition, given));
  const after: StoredRecord = { ...before, ...valid, id };
  checkWhole(definition, after);
  rules[definition.noun]?.beforeWrite?.(context, before, after);
  const { id: _id, ...fields } = after;
  const changed = context.update(definition, before, fields).length > 0;
  return writeExtras(context, definition, id, extras, wholeTags) || changed;
}

/** Creates the row, or changes the given fields of the one with the same natural key. */
export function upsertRow(
  context: WriteContext,
  rules: NounRules,
  definition: NounDefinition,
  draft: Record<string, unknown>,
  extras: Extras = {},
) {
  const resolved = resolvedDraft(context.database, rules, definition, draft);
  // Compared as it would be stored: trimmed, and of the right type.
  const id = existingRow(context.database, rules, definition, validPatch(definition, resolved));
  if (id === null)
    return { id: createRow(context, rules, definition, resolved, extras).id, outcome: 'created' as const };
  const patch = withoutKey(rules, definition, resolved);
  const changed = updateRow(context, rules, definition, id, patch, extras, false);
  return { id, outcome: changed ? ('updated' as const) : ('unchanged' as const) };
}

/** The row that an upsert of `draft` would change; null: it would make a new one. */
export function rowMeant(
  database: ReadDatabase,
  rules: NounRules,
  definition: NounDefinition,
  draft: Record<string, unknown>,
): string | null {
  const stored = validPatch(definition, resolvedDraft(database, rules, definition, draft));
  return existingRow(database, rules, definition, stored);
}

function resolvedDraft(
  database: ReadDatabase,
  rules: NounRules,
  definition: NounDefinition,
  draft: Record<string, unknown>,
): Record<string, unknown> {
  return withResolvedReferences(database, definition, rules[definition.noun]?.asStored?.(draft) ?? draft);
}

/**
 * What a row found by its key is changed to: the key is what both have in common, and its spelling stays as it was first
 * typed. A noun that says itself which row is meant may change its key by it (the value of a DNS record).
 */
export function withoutKey(
  rules: NounRules,
  definition: NounDefinition,
  record: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  if (rules[definition.noun]?.findExisting) return { ...record };
  return Object.fromEntries(Object.entries(record).filter(([key]) => !definition.naturalKey.includes(key)));
}

/** The row with the natural key of `record`, or the one its noun's own rule says is meant; null: there is none. */
export function existingRow(
  database: ReadDatabase,
  rules: NounRules,
  definition: NounDefinition,
  record: Record<string, unknown>,
): string | null {
  const rule = rules[definition.noun];
  return rule?.findExisting ? rule.findExisting(database, record) : findByNaturalKey(database, definition, record);
}

export function previewRemoval(database: ReadDatabase, definition: NounDefinition, ids: readonly string[]): Dependants {
  return previewDependants(database, definition, ids, (other, record) => describe(database, other, record));
}

/** Deletes rows and what they own; refuses with E_IN_USE and the list where other rows refer to them. */
export function removeRows(
  context: WriteContext,
  rules: NounRules,
  definition: NounDefinition,
  ids: readonly string[],
): number {
  const going = [...new Set(ids)];
  const what = going.length === 1 ? `This ${inSentence(definition.label)} is` : 'These are';
  refuseInUse(what, previewRemoval(context.database, definition, going));
  for (const id of going) removeOne(context, rules, definition, requireRow(context.database, definition, id));
  return going.length;
}

function refuseInUse(what: string, { blocking, blockingCount, ...more }: Dependants): void {
  if (blockingCount === 0) return;
  const first = blocking
    .slice(0, 3)
    .map((row) => row.name)
    .join(', ');
  const others = blockingCount > 3 ? ` and ${blockingCount - 3} more` : '';
  const message = `${what} in use by ${first}${others}; remove or move those first.`;
  fail('E_IN_USE', message, { details: { ...more, blocking, blockingCount } });
}

/** Refuses with E_IN_USE where any row at all points at this one, owned ones included: they came after it. */
export function refuseAnyUse(database: ReadDatabase, definition: NounDefinition, record: StoredRecord): void {
  const users = dependantFields(definition).flatMap((dependant) =>
    dependantRows(database, dependant, [record.id]).map((row) => ({
      noun: dependant.definition.noun,
      id: row.id,
      name: describe(database, dependant.definition, row),
    })),
  );
  const name = describe(database, definition, record);
  refuseInUse(`The ${inSentence(definition.label)} ${name} is`, {
    owned: [],
    blocking: users.slice(0, 100),
    blockingCount: users.length,
  });
}

function removeOne(context: WriteContext, rules: NounRules, definition: NounDefinition, record: StoredRecord): void {
  rules[definition.noun]?.beforeRemove?.(context, record);
  for (const dependant of dependantFields(definition)) {
    const rows = dependantRows(context.database, dependant, [record.id]);
    const { onDelete } = dependant.field.meta;
    for (const { id } of rows) {
      // Read again: the row before may have owned it too, or have been cleared from it.
      const row = findRecord(context.database, dependant.definition, id);
      if (!row) continue;
      if (onDelete === 'owned') removeOne(context, rules, dependant.definition, row);
      else if (onDelete === 'clear') context.update(dependant.definition, row, { [dependant.field.key]: null });
    }
  }
  // Read again: what was owned may have written to its owner when it went.
  context.remove(definition, findRecord(context.database, definition, record.id) ?? record);
}

export function requireRow(database: ReadDatabase, definition: NounDefinition, id: string): StoredRecord {
  return findRecord(database, definition, id) ?? refuseGone(definition);
}

export function refuseGone(definition: NounDefinition): never {
  return fail('E_NOT_FOUND', `The ${inSentence(definition.label)} is no longer there; it was deleted.`);
}

/** How a row is called where it has no name: by what it joins. */
export function describe(database: ReadDatabase, definition: NounDefinition, record: StoredRecord): string {
  const name = nameOf(definition, record);
  if (name !== null) return name;
  const names = Object.values(namesOf(database, referencedIds(definition, [record])));
  return names.length > 0 ? `${inSentence(definition.label)} of ${names.join(' and ')}` : inSentence(definition.label);
}

/** The update of one row by a person who saw `version`: a newer one is refused with both values. */
export function updateVersioned(
  context: WriteContext,
  rules: NounRules,
  definition: NounDefinition,
  input: { ref: string; version: number; patch: unknown } & Extras,
): { id: string; changed: boolean } {
  const id = resolveReference(context.database, definition.noun, input.ref);
  refuseStale(context.database, definition, id, input);
  return { id, changed: updateRow(context, rules, definition, id, input.patch, input) };
}

function writeExtras(
  context: WriteContext,
  definition: NounDefinition,
  id: string,
  extras: Extras,
  wholeTags: boolean,
): boolean {
  let changed = false;
  if (extras.tags && !definition.tagged && Object.keys(extras.tags).length > 0)
    fail('E_FORMAT', `${definition.plural} carry no tags.`);
  if (extras.tags && definition.tagged) changed = writeTags(context, id, extras.tags, wholeTags);
  if (extras.custom) changed = writeCustomValues(context, definition.noun, id, extras.custom) || changed;
  return changed;
}
