import { inSentence } from '../../../shared/domain/label-text.ts';
import { fail } from '../../../shared/contract/failure.ts';
import { fieldOf, type NounDefinition } from '../../../shared/domain/noun.ts';
import { newId } from '../../db/identifier.ts';
import { namingField } from '../../db/object-names.ts';
import type { StoredRecord } from '../../db/record-codec.ts';
import type { WriteContext } from '../../db/write-context.ts';
import type { NounRules } from '../../session/noun-rules.ts';
import { dependantFields, dependantRows } from './dependant-repository.ts';
import { customValuesOf, tagsOfOne } from './extras-repository.ts';
import { createRow, requireRow } from './service.ts';

/** What is printed on one thing only: a copy has its own, not known yet. */
const IDENTITY_KEYS: ReadonlySet<string> = new Set(['serial', 'assetTag', 'lastAudited', 'mac']);

/** Owned rows that say what a thing is made of and what guards it. Others say where it is, what is known of it, or are made anew with it. */
const COPIED: ReadonlySet<string> = new Set(['componentAssignment', 'firewallAssignment']);

/**
 * Copies a row under a new name, its tags, custom values and owned parts included, its identity fields not. A row without
 * a name (a component assignment) is copied as it is; a row whose key is taken by the original is refused.
 */
export function cloneRow(
  context: WriteContext,
  rules: NounRules,
  definition: NounDefinition,
  id: string,
  name: string,
): StoredRecord {
  const { id: _id, ...source } = requireRow(context.database, definition, id);
  if (!definition.names && definition.naturalKey.length > 0) {
    const keys = definition.naturalKey.map((key) => inSentence(fieldOf(definition, key).meta.label)).join(' and ');
    fail(
      'E_FORMAT',
      `There can only be one ${inSentence(definition.label)} for the same ${keys}, so it has no clones.`,
    );
  }
  const draft: Record<string, unknown> = definition.names ? { ...source, [namingField(definition)]: name } : source;
  for (const key of IDENTITY_KEYS) if (key in draft) draft[key] = null;
  const tags = definition.tagged ? tagsOfOne(context.database, id) : undefined;
  const custom = customValuesOf(context.database, [id]).get(id);
  const clone = createRow(context, rules, definition, draft, { tags, custom });
  copyOwned(context, definition, id, clone.id);
  return clone;
}

/** Copies what a row owns. References among the copied rows lead to the copies. */
function copyOwned(context: WriteContext, definition: NounDefinition, id: string, cloneId: string): void {
  const owned = dependantFields(definition)
    .filter(({ definition: { noun }, field }) => field.meta.onDelete === 'owned' && COPIED.has(noun))
    .flatMap((dependant) =>
      dependantRows(context.database, dependant, [id]).map((row) => ({ definition: dependant.definition, row })),
    );
  const copies = new Map([[id, cloneId], ...owned.map(({ row }) => [row.id, newId()] as const)]);
  for (const { definition: ownedNoun, row } of owned) {
    const copy: StoredRecord = { ...row, id: copies.get(row.id) ?? newId() };
    for (const { key, meta } of ownedNoun.fieldList) {
      if (IDENTITY_KEYS.has(key)) copy[key] = null;
      else if (meta.kind === 'reference') copy[key] = copies.get(String(row[key])) ?? row[key];
    }
    context.insert(ownedNoun, copy);
  }
}
