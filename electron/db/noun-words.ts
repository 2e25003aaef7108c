import { inSentence } from '../../shared/domain/label-text.ts';
import type { NounDefinition } from '../../shared/domain/noun.ts';

/** The noun in a sentence: "a compute", "an assignment". */
export function aNoun(definition: NounDefinition): string {
  const label = inSentence(definition.label);
  return `${/^[aeiou]/.test(label) ? 'an' : 'a'} ${label}`;
}
