import type { PlacementRules, Selector } from '../domain/placement-rule.ts';
import { termsOf, type SelectorTerm } from './selector.ts';

const MATCHED: Record<SelectorTerm['operator'], (term: SelectorTerm) => string> = {
  In: (term) => `${term.key} in ${term.values.join(', ')}`,
  NotIn: (term) => `${term.key} outside ${term.values.join(', ')}`,
  Exists: (term) => term.key,
  DoesNotExist: (term) => `no ${term.key}`,
};

function requirement(term: SelectorTerm): string {
  if (term.path.startsWith('matchLabels')) return `must have ${term.key} = ${term.values[0] || '(empty)'}`;
  switch (term.operator) {
    case 'In':
      return `must have ${term.key} in ${term.values.join(', ')}`;
    case 'NotIn':
      return `must not have ${term.key} in ${term.values.join(', ')}`;
    case 'Exists':
      return `must have ${term.key}`;
    case 'DoesNotExist':
      return `must not have ${term.key}`;
  }
}

function matchedWords(term: SelectorTerm): string {
  if (term.path.startsWith('matchLabels')) return `${term.key} = ${term.values[0] || '(empty)'}`;
  return MATCHED[term.operator](term);
}

function prohibition(selector: Selector): string {
  const terms = termsOf(selector);
  if (terms.length === 0) return 'no compute is allowed (an empty anti-affinity selector matches all)';
  return `must not have ${terms.map(matchedWords).join(' together with ')}`;
}

/**
 * The rules read aloud: `must have role-database; must not have env in dev, staging; at most 2 per compute`.
 * @returns `no placement rules` when there are none.
 */
export function placementInWords(rules: PlacementRules): string {
  const parts = [
    ...rules.affinity.flatMap((selector) => termsOf(selector).map(requirement)),
    ...rules.antiAffinity.map(prohibition),
    ...(rules.spreadMax > 0 ? [`at most ${rules.spreadMax} per compute`] : []),
    ...rules.topologySpread.map((entry) => `spread over ${entry.key} with a difference of at most ${entry.maxSkew}`),
  ];
  return parts.length > 0 ? parts.join('; ') : 'no placement rules';
}
