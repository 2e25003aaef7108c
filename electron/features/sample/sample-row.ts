import type { DraftOf } from '../../../shared/domain/noun.ts';
import type { NounName, NOUNS } from '../../../shared/domain/nouns.ts';
import type { TagMap } from '../../../shared/domain/tag.ts';

/**
 * A row to be written. `record` is a draft of the noun; its reference fields hold the `key` of an earlier row, which the
 * writer replaces by that row's id.
 */
export interface GeneratedRow {
  readonly noun: NounName;
  /** What later rows call it; absent where none refers to it. */
  readonly key?: string;
  readonly record: Record<string, unknown>;
  readonly tags?: TagMap;
}

export interface SampleRow extends GeneratedRow {
  readonly key: string;
}

/** Checks the draft against its noun while the sample is compiled. */
export function sampleRow<Name extends NounName>(
  noun: Name,
  name: string,
  record: DraftOf<(typeof NOUNS)[Name]>,
  tags?: TagMap,
): SampleRow {
  const row = { noun, key: keyOf(noun, name), record };
  return tags ? { ...row, tags } : row;
}

export function keyOf(noun: NounName, name: string): string {
  return `${noun}:${name}`;
}
