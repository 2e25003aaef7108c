import type { PlacementRules, Selector } from '../domain/placement-rule.ts';
import { expressionHolds, termsOf, type SelectorTerm } from './selector.ts';

/** Something allowed but probably not meant, with the reason. */
export interface PlacementWarning {
  readonly path: string;
  readonly message: string;
}

interface PlacedTerm extends SelectorTerm {
  /** Full path from the rules, such as `affinity[0].matchExpressions[1]`. */
  readonly rule: string;
}

function placedTerms(selectors: readonly Selector[], list: 'affinity' | 'antiAffinity'): PlacedTerm[] {
  return selectors.flatMap((selector, index) =>
    termsOf(selector).map((term) => ({ ...term, rule: `${list}[${index}].${term.path}` })),
  );
}

/** The values a tag can take that matter to these terms: every named value, one other value, and absence. */
function worldsOf(terms: readonly SelectorTerm[]): (string | null)[] {
  const named = new Set(terms.flatMap((term) => term.values));
  let other = 'any other value';
  while (named.has(other)) other += ' ';
  return [...named, other, null];
}

function satisfiable(terms: readonly SelectorTerm[]): boolean {
  return worldsOf(terms).some((value) => terms.every((term) => expressionHolds(term, value)));
}

function describe(term: SelectorTerm): string {
  return term.values.length > 0
    ? `${term.key} ${term.operator} ${term.values.join(', ')}`
    : `${term.key} ${term.operator}`;
}

/** Terms that all must hold and cannot: the shortest prefix that is impossible, reported at its last term. */
function impossibleTerms(terms: readonly PlacedTerm[], what: string): PlacementWarning[] {
  return [...Map.groupBy(terms, (term) => term.key).values()].flatMap((sameKey) => {
    const last = sameKey.findIndex((_, index) => !satisfiable(sameKey.slice(0, index + 1)));
    const blamed = sameKey[last];
    if (!blamed) return [];
    const earlier = sameKey.slice(0, last).map(describe);
    const together =
      earlier.length > 0
        ? `${describe(blamed)} cannot hold together with ${earlier.join(' and ')}`
        : `${describe(blamed)} never holds`;
    return [{ path: blamed.rule, message: `${together}: ${what}.` }];
  });
}

function canonicalText(selector: Selector): string {
  const terms = termsOf(selector).map((term) => JSON.stringify([term.key, term.operator, term.values.toSorted()]));
  return [...new Set(terms)].toSorted().join();
}

/** An anti-affinity selector that every compute admitted by affinity matches leaves nothing over. */
function swallowedAffinity(rules: PlacementRules, selector: Selector, index: number): PlacementWarning[] {
  const path = `antiAffinity[${index}]`;
  const terms = termsOf(selector);
  if (terms.length === 0)
    return [{ path, message: 'An empty selector matches every compute, so this rule excludes all of them.' }];
  const twin = rules.affinity.findIndex((entry) => canonicalText(entry) === canonicalText(selector));
  if (twin >= 0)
    return [{ path, message: `The same selector stands in affinity[${twin}]: no compute can satisfy both.` }];
  const required = placedTerms(rules.affinity, 'affinity');
  const swallowed = terms.every((term) => {
    const sameKey = required.filter((entry) => entry.key === term.key);
    const worlds = worldsOf([...sameKey, term]).filter((value) =>
      sameKey.every((entry) => expressionHolds(entry, value)),
    );
    return worlds.every((value) => expressionHolds(term, value));
  });
  if (!swallowed) return [];
  return [
    { path, message: `Every compute that satisfies affinity has ${terms.map(describe).join(' and ')}: none is left.` },
  ];
}

/**
 * Rules that no compute can satisfy, each with the reason: a key required to have two values, In and NotIn that cover
 * each other, the same selector wanted and forbidden, an anti-affinity that can never match (useless) or always does.
 */
export function placementContradictions(rules: PlacementRules): PlacementWarning[] {
  const useless = rules.antiAffinity.flatMap((selector, index) =>
    impossibleTerms(placedTerms([selector], 'antiAffinity'), 'this anti-affinity never matches and has no effect').map(
      (warning) => ({ ...warning, path: warning.path.replace('antiAffinity[0]', `antiAffinity[${index}]`) }),
    ),
  );
  const keys = rules.topologySpread.map((entry) => entry.key);
  const repeated = keys.flatMap((key, index) =>
    keys.indexOf(key) < index
      ? [
          {
            path: `topologySpread[${index}].key`,
            message: `Spread over ${key} is limited twice; the smaller skew decides.`,
          },
        ]
      : [],
  );
  return [
    ...impossibleTerms(placedTerms(rules.affinity, 'affinity'), 'no compute can satisfy these rules'),
    ...rules.antiAffinity.flatMap((selector, index) => swallowedAffinity(rules, selector, index)),
    ...useless,
    ...repeated,
  ];
}
