import { inSentence } from '../../../shared/domain/label-text.ts';
import { fail } from '../../../shared/contract/failure.ts';
import { referencedNouns } from '../../../shared/domain/nouns.ts';
import type { NounDefinition } from '../../../shared/domain/noun.ts';
import type { StoredRecord } from '../../db/record-codec.ts';
import { findRecord } from '../../db/statements.ts';
import type { RevertGuard } from '../../db/undo.ts';
import type { WriteContext } from '../../db/write-context.ts';
import type { NounRules } from '../../session/noun-rules.ts';
import { refuseAnyUse } from '../object/service.ts';

/**
 * Undo goes back through states that all were valid; a revert makes a new one, so it asks what a form would be asked:
 * nothing that is used goes (E_IN_USE), nothing comes back that points at what is gone, and the nouns' own rules hold.
 */
export function revertGuard(rules: NounRules): RevertGuard {
  return {
    write: (context, definition, before, after) => {
      refuseLostReferences(context, definition, after);
      rules[definition.noun]?.beforeWrite?.(context, before, after);
    },
    remove: (context, definition, record) => {
      refuseAnyUse(context.database, definition, record);
      rules[definition.noun]?.beforeRemove?.(context, record);
    },
  };
}

function refuseLostReferences(context: WriteContext, definition: NounDefinition, record: StoredRecord): void {
  for (const field of definition.fieldList) {
    const id = record[field.key];
    if (field.meta.kind !== 'reference' || typeof id !== 'string') continue;
    const there = referencedNouns(field.meta.references ?? '').some((noun) => findRecord(context.database, noun, id));
    if (there) continue;
    const message = `${field.meta.label} of the ${inSentence(definition.label)} was deleted since, so it cannot come back alone.`;
    fail('E_CONFLICT', message, { fields: [{ path: field.key, message }] });
  }
}
