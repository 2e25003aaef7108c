import { failFields } from '../../../shared/contract/failure.ts';
import type { NounDefinition } from '../../../shared/domain/noun.ts';

type Fields = Readonly<Record<string, unknown>>;

/**
 * Refuses fields that the program sets by itself (last audited, other keys of the source file) where a person or a script
 * gives another value than `present` has. Importers and audits write through the service and are not asked.
 */
export function refuseReadOnly(definition: NounDefinition, given: Fields, present: Fields): void {
  const problems = definition.fieldList.flatMap(({ key, meta }) => {
    if (!meta.readOnly || given[key] === undefined) return [];
    if (key in present && same(given[key], present[key])) return [];
    const message = `${meta.label} is set by the program and cannot be written; leave ${key} out.`;
    return [{ path: key, message, value: given[key], allowed: 'nothing' }];
  });
  if (problems.length > 0) failFields(problems);
}

/**
 * What a new row has where nothing is given. A field without which there is no row (the hash of an attachment) may be given
 * to a new one: the noun's own rule decides about it.
 */
export function emptyRow(definition: NounDefinition, given: Fields): Fields {
  return Object.fromEntries(
    definition.fieldList.map(({ key, schema }) => {
      const filled = schema.safeParse(undefined);
      return [key, filled.success ? filled.data : given[key]];
    }),
  );
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
}
