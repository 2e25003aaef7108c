import { fail } from '../../../shared/contract/failure.ts';
import { fieldOf, type NounDefinition } from '../../../shared/domain/noun.ts';
import { findNoun } from '../../../shared/domain/nouns.ts';
import type { ReadDatabase } from '../../db/connection.ts';
import type { StoredRecord } from '../../db/record-codec.ts';
import { statementOf } from '../../db/statements.ts';
import { knownFields, recordOf } from '../../db/undo.ts';
import type { WriteContext } from '../../db/write-context.ts';
import type { NounRules } from '../../session/noun-rules.ts';
import { describe, updateRow } from '../object/service.ts';
import { changesSince, changeWith, removedWith, updatedWith, type StoredChange } from './change-repository.ts';
import { revertGuard } from './service.ts';

/** What a restore is called, and the group whose change it takes something back from. */
export interface RestoreHeader {
  readonly label: string;
  readonly target: number;
}

interface Found {
  readonly change: StoredChange;
  readonly definition: NounDefinition;
}

function requireChange(database: ReadDatabase, seq: number): Found {
  const change = changeWith(database, seq) ?? fail('E_NOT_FOUND', `There is no change ${seq}.`);
  const definition = findNoun(change.noun);
  if (!definition) return fail('E_NOT_FOUND', `This program does not know the noun "${change.noun}" of the change.`);
  if (change.before === null)
    fail('E_CONFLICT', `Before this change there was no such ${definition.label.toLowerCase()}.`);
  return { change, definition };
}

function nameBefore(database: ReadDatabase, { change, definition }: Found): string {
  const present = statementOf(database, 'SELECT name FROM object WHERE id = ?').get(change.objectId) as
    | { name: string | null }
    | undefined;
  const stated = recordOf(definition, change.objectId, change.before ?? '{}');
  return present?.name ?? describe(database, definition, stated);
}

/** The header of the command that restores a field (`Restore Role of compute web-1`) or, without one, the object. */
export function restoreHeader(database: ReadDatabase, seq: number, field: string | null): RestoreHeader {
  const found = requireChange(database, seq);
  const { change, definition } = found;
  const name = nameBefore(database, found);
  const lower = definition.label.toLowerCase();
  const what = name.toLowerCase().startsWith(lower) ? name : `${lower} ${name}`;
  const of = field === null ? what : `${requireField(definition, field).meta.label} of ${what}`;
  return { label: `Restore ${of}`, target: change.groupId };
}

function requireField(definition: NounDefinition, key: string) {
  if (definition.fieldList.some((field) => field.key === key)) return fieldOf(definition, key);
  return fail('E_NOT_FOUND', `${definition.plural} have no field "${key}".`);
}

/** Gives one field the value that it had before a change, by the rules of an ordinary edit. */
export function restoreField(context: WriteContext, rules: NounRules, seq: number, key: string): void {
  const { change, definition } = requireChange(context.database, seq);
  const before = knownFields(definition, change.before ?? '{}');
  const field = requireField(definition, key);
  if (!(key in before) && change.after !== null) fail('E_NOT_FOUND', `This change did not touch ${field.meta.label}.`);
  if (!context.find(definition, change.objectId)) refuseGone(definition);
  updateRow(context, rules, definition, change.objectId, { [key]: before[key] ?? null });
}

function refuseGone(definition: NounDefinition): never {
  return fail('E_NOT_FOUND', `This ${definition.label.toLowerCase()} was deleted since; restore it as a whole first.`);
}

/** Makes an object what it was before a change: its fields, or itself with all that it owned where it was deleted. */
export function restoreObject(context: WriteContext, rules: NounRules, seq: number): void {
  const { change, definition } = requireChange(context.database, seq);
  const { objectId } = change;
  const present = context.find(definition, objectId);
  const { state, removedIn } = stateBefore(context.database, definition, present, change);
  if (present) {
    const { id: _id, ...fields } = state;
    updateRow(context, rules, definition, objectId, fields);
    return;
  }
  bringBack(context, rules, definition, state);
  if (removedIn !== null) bringBackOwned(context, rules, objectId, removedIn);
}

/** The record as it was before the change, read backwards from what it is, and the group that deleted it last. */
function stateBefore(
  database: ReadDatabase,
  definition: NounDefinition,
  present: StoredRecord | undefined,
  change: StoredChange,
): { state: StoredRecord; removedIn: number | null } {
  let state: StoredRecord | null = present ?? null;
  let removedIn: number | null = null;
  for (const { before, after, groupId } of changesSince(database, change.objectId, change.seq)) {
    if (before === null) state = null;
    else if (after === null) {
      state = recordOf(definition, change.objectId, before);
      removedIn ??= groupId;
    } else if (state) state = { ...state, ...knownFields(definition, before) };
  }
  const { label } = definition;
  if (!state) return fail('E_CONFLICT', `Before this change there was no such ${label.toLowerCase()}.`);
  return { state, removedIn };
}

function bringBack(context: WriteContext, rules: NounRules, definition: NounDefinition, record: StoredRecord): void {
  revertGuard(rules).write(context, definition, null, record);
  context.insert(definition, record);
}

/** Rows that went in the same command because they belonged to what went, and the references that were cleared. */
function bringBackOwned(context: WriteContext, rules: NounRules, id: string, groupId: number): void {
  const back = new Set([id]);
  for (const { noun, objectId, before } of removedWith(context.database, groupId)) {
    const definition = findNoun(noun);
    if (!definition || before === null || back.has(objectId) || context.find(definition, objectId)) continue;
    const record = recordOf(definition, objectId, before);
    const owned = definition.fieldList.some(
      ({ key, meta }) => meta.onDelete === 'owned' && back.has(String(record[key])),
    );
    if (!owned) continue;
    bringBack(context, rules, definition, record);
    back.add(objectId);
  }
  for (const { noun, objectId, before } of updatedWith(context.database, groupId)) {
    const definition = findNoun(noun);
    const present = definition && context.find(definition, objectId);
    if (!present || before === null) continue;
    const cleared = definition.fieldList.filter(({ key, meta }) => meta.onDelete === 'clear' && present[key] === null);
    const known = knownFields(definition, before);
    const patch = cleared.flatMap(({ key }) => (back.has(String(known[key])) ? [[key, known[key]] as const] : []));
    if (patch.length > 0) updateRow(context, rules, definition, objectId, Object.fromEntries(patch));
  }
}
