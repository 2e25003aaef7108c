import { findNoun, type NounName } from '../../../shared/domain/nouns.ts';
import type { NounDefinition } from '../../../shared/domain/noun.ts';
import type { SpecialEditor } from './FieldEditor.tsx';

/** What a screen says about its noun beyond the noun's definition. */
export interface NounScreen {
  readonly noun: NounName;
  readonly definition: NounDefinition;
  readonly editors?: Readonly<Record<string, SpecialEditor>> | undefined;
  /** Where a row is looked at; absent: in the side panel. */
  readonly pageHref?: ((id: string) => string) | undefined;
}

export function nounScreen(noun: NounName, more: Pick<NounScreen, 'editors' | 'pageHref'> = {}): NounScreen {
  const definition = findNoun(noun);
  if (!definition) throw new Error(`There is no noun ${noun}.`);
  return { noun, definition, ...more };
}
