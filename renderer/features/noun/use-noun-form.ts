import { useState } from 'react';
import type { FieldProblem, NounDefinition } from '../../../shared/domain/noun.ts';
import type { Extras, FieldValues } from '../../bridge/noun-client.ts';
import { tagEntries, tagMap, type TagEntry } from './tag-entries.ts';
import { readDraft, sameValue, type Draft } from './form-values.ts';

export interface FormStart {
  /** Of the row read; a new number puts the form back to what is stored. */
  readonly version: number;
  readonly draft: Draft;
  readonly tags: Readonly<Record<string, string>>;
  readonly custom: Readonly<Record<string, string | null>>;
}

export interface NounFormState {
  readonly draft: Draft;
  readonly tags: readonly TagEntry[];
  readonly custom: Readonly<Record<string, string | null>>;
  readonly problems: readonly FieldProblem[];
  readonly dirty: boolean;
  readonly setField: (key: string, value: unknown) => void;
  readonly setTags: (tags: readonly TagEntry[]) => void;
  readonly setCustom: (key: string, value: string | null) => void;
  /** The row as typed, or as `shown` where the form shows more than was typed; null after naming what is wrong. */
  readonly read: (shown?: Draft) => FieldValues | null;
  /** Tags and custom values, only those groups that were changed. */
  readonly changedExtras: () => Extras;
}

/** The state of one form from its first keystroke to its saving. */
export function useNounForm(definition: NounDefinition, start: FormStart): NounFormState {
  const [version, setVersion] = useState(start.version);
  const [draft, setDraft] = useState(start.draft);
  const [tags, setTags] = useState(() => tagEntries(start.tags));
  const [custom, setCustom] = useState(start.custom);
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  if (version !== start.version) {
    setVersion(start.version);
    setDraft(start.draft);
    setTags(tagEntries(start.tags));
    setCustom(start.custom);
    setProblems([]);
  }
  const tagsChanged = !sameValue(tagMap(tags), start.tags);
  const customChanged = !sameValue(custom, start.custom);
  return {
    draft,
    tags,
    custom,
    problems,
    dirty: tagsChanged || customChanged || !sameValue(draft, start.draft),
    setField: (key, value) => {
      setDraft((before) => ({ ...before, [key]: value }));
      setProblems((before) => before.filter((problem) => problem.path.split('.')[0] !== key));
    },
    setTags,
    setCustom: (key, value) => setCustom((before) => ({ ...before, [key]: value })),
    read: (shown = draft) => {
      const reading = readDraft(definition, shown);
      setProblems(reading.ok ? [] : reading.problems);
      return reading.ok ? reading.record : null;
    },
    changedExtras: () => ({
      ...(tagsChanged ? { tags: tagMap(tags) } : {}),
      ...(customChanged ? { custom: { ...custom } } : {}),
    }),
  };
}
