import { failFields, FailureError } from '../../../shared/contract/failure.ts';
import { fieldProblems, fieldsFailure } from '../../../shared/contract/field-problems.ts';
import type { FieldProblem, NounDefinition } from '../../../shared/domain/noun.ts';
import type { ReadDatabase } from '../../db/connection.ts';
import { resolveReference } from './reference-repository.ts';

/** Replaces names in reference fields by ids; refuses unknown and ambiguous names. */
export function withResolvedReferences(
  database: ReadDatabase,
  definition: NounDefinition,
  record: Record<string, unknown>,
): Record<string, unknown> {
  const resolved: Record<string, unknown> = { ...record };
  for (const field of definition.fieldList) {
    const value = record[field.key];
    if (field.meta.kind !== 'reference' || typeof value !== 'string') continue;
    resolved[field.key] = resolveReference(database, field.meta.references ?? '', value.trim(), field.key);
  }
  return resolved;
}

/** The whole valid record for a draft: defaults filled, text trimmed. Refuses with every problem at once. */
export function validDraft(definition: NounDefinition, draft: unknown): Record<string, unknown> {
  const parsed = definition.schema.safeParse(draft);
  if (!parsed.success) throw new FailureError(fieldsFailure(fieldProblems(definition, parsed.error.issues, draft)));
  const record = parsed.data as Record<string, unknown>;
  refuse(definition.check?.(record));
  return record;
}

/** The valid fields of a patch; the whole row is checked by `checkWhole` once they are merged. */
export function validPatch(definition: NounDefinition, patch: unknown): Record<string, unknown> {
  const parsed = definition.patchSchema.safeParse(patch);
  if (!parsed.success) throw new FailureError(fieldsFailure(fieldProblems(definition, parsed.error.issues, patch)));
  return parsed.data;
}

export function checkWhole(definition: NounDefinition, record: Record<string, unknown>): void {
  refuse(definition.check?.(record));
}

function refuse(problems: readonly FieldProblem[] | undefined): void {
  if (problems && problems.length > 0) failFields(problems);
}
