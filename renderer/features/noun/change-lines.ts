import type { ChangeEntry } from '../../../shared/contract/history.ts';
import { findNoun } from '../../../shared/domain/nouns.ts';
import { plainText } from '../../ui/plain-text.ts';
import type { ReferenceNames } from '../../bridge/noun-client.ts';
import { fieldText } from './field-text.ts';

/** One field of a change as people read it; null where there was or is nothing. */
export interface ChangeLine {
  readonly label: string;
  /** The field, where a person may restore it; null: the program sets it, or does not know it. */
  readonly field: string | null;
  readonly before: string | null;
  readonly after: string | null;
}

/** The fields a change touched, by the labels and units of the noun's definition; those that name the owner are left out. */
export function changeLines(
  change: Pick<ChangeEntry, 'noun' | 'before' | 'after'>,
  names: ReferenceNames = {},
  ownerId?: string,
): readonly ChangeLine[] {
  const before = change.before ?? {};
  const after = change.after ?? {};
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((key) => key !== 'id');
  const definition = findNoun(change.noun);
  return keys.flatMap((key) => {
    if (JSON.stringify(before[key] ?? null) === JSON.stringify(after[key] ?? null)) return [];
    if (ownerId !== undefined && (before[key] ?? after[key]) === ownerId) return [];
    const meta = definition?.fieldList.find((field) => field.key === key)?.meta;
    const text = (record: Record<string, unknown>) => {
      const value = record[key];
      if (value === null || value === undefined) return null;
      if (meta) return fieldText(meta, value, record, names);
      return plainText(value);
    };
    const field = meta && !meta.readOnly ? key : null;
    const [was, is] = [text(before), text(after)];
    // An empty list comes into being with its row, and says nothing.
    if (!was && !is) return [];
    return [{ label: meta?.label ?? key, field, before: was, after: is }];
  });
}
