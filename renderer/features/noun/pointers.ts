import type { ChangeEntry } from '../../../shared/contract/history.ts';
import { findNoun, referencedNouns, type NounName } from '../../../shared/domain/nouns.ts';

interface Pointer {
  readonly noun: NounName;
  readonly id: string;
}

/** What reference fields of these changes point at, each once; a reference to a family of nouns is left as it is. */
export function pointersIn(changes: readonly Pick<ChangeEntry, 'noun' | 'before' | 'after'>[]): readonly Pointer[] {
  const pointers = new Map<string, Pointer>();
  for (const { noun, before, after } of changes) {
    for (const { key, meta } of findNoun(noun)?.fieldList ?? []) {
      const [target, ...others] = referencedNouns(meta.references ?? '');
      if (!target || others.length > 0) continue;
      for (const id of [before?.[key], after?.[key]]) {
        if (typeof id === 'string') pointers.set(id, { noun: target.noun as NounName, id });
      }
    }
  }
  return [...pointers.values()];
}
