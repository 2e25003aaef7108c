import type { NounDefinition } from '../../shared/domain/noun.ts';

/** The noun in a sentence: "a compute", "an assignment". */
export function aNoun(definition: NounDefinition): string {
  const label = definition.label.toLowerCase();
  return `${/^[aeiou]/.test(label) ? 'an' : 'a'} ${label}`;
}
