import type { NounDefinition } from '../../../shared/domain/noun.ts';
import type { FieldValues, NounDetail } from '../../bridge/noun-client.ts';
import { fieldText } from './field-text.ts';
import { sameValue } from './form-values.ts';

/** A field that was changed here and, meanwhile, by somebody else to something different. */
export interface FieldConflict {
  readonly key: string;
  readonly label: string;
  readonly mine: string;
  readonly theirs: string;
}

/** The fields of the patch that `newest` holds otherwise than both the row first read and the patch. */
export function conflictsOf(
  definition: NounDefinition,
  read: Pick<NounDetail, 'record'>,
  newest: Pick<NounDetail, 'record' | 'references'>,
  patch: FieldValues,
): readonly FieldConflict[] {
  return definition.fieldList.flatMap(({ key, meta }) => {
    if (!(key in patch)) return [];
    const theirs = newest.record[key];
    if (sameValue(theirs, read.record[key]) || sameValue(theirs, patch[key])) return [];
    const text = (value: unknown) => fieldText(meta, value, newest.record, newest.references) || '(empty)';
    return [{ key, label: meta.label, mine: text(patch[key]), theirs: text(theirs) }];
  });
}
