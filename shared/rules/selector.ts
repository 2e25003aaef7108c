import type { MatchExpression, Selector, SelectorOperator } from '../domain/placement-rule.ts';
import type { TagMap } from '../domain/tag.ts';

/** One condition on one tag; a label `k: v` is the term `k In [v]`. `path` tells where in the selector it stands. */
export interface SelectorTerm {
  readonly key: string;
  readonly operator: SelectorOperator;
  readonly values: readonly string[];
  readonly path: string;
}

/** The value of a tag, or null when the compute has no such tag. An empty value is a value. */
export function tagValue(tags: Readonly<TagMap>, key: string): string | null {
  return Object.hasOwn(tags, key) ? (tags[key] ?? null) : null;
}

/** The terms of a selector, labels in key order and then expressions as written: all must hold. */
export function termsOf(selector: Selector): SelectorTerm[] {
  const labels = Object.keys(selector.matchLabels)
    .toSorted()
    .map((key): SelectorTerm => {
      return { key, operator: 'In', values: [selector.matchLabels[key] ?? ''], path: `matchLabels.${key}` };
    });
  const expressions = selector.matchExpressions.map((expression, index): SelectorTerm => {
    return { ...expression, path: `matchExpressions[${index}]` };
  });
  return [...labels, ...expressions];
}

/**
 * Whether one condition holds for the value of its tag (null: no such tag). NotIn holds where the tag is absent,
 * In never does, so a label with an empty value does not match a compute without that tag.
 */
export function expressionHolds(
  expression: Pick<MatchExpression, 'operator'> & { readonly values: readonly string[] },
  value: string | null,
): boolean {
  switch (expression.operator) {
    case 'In':
      return value !== null && expression.values.includes(value);
    case 'NotIn':
      return value === null || !expression.values.includes(value);
    case 'Exists':
      return value !== null;
    case 'DoesNotExist':
      return value === null;
  }
}

/** The terms of the selector that these tags miss; empty: the selector matches. */
export function selectorMisses(selector: Selector, tags: Readonly<TagMap>): SelectorTerm[] {
  return termsOf(selector).filter((term) => !expressionHolds(term, tagValue(tags, term.key)));
}

/** Whether every label and expression holds; the empty selector matches every compute. */
export function selectorMatches(selector: Selector, tags: Readonly<TagMap>): boolean {
  return termsOf(selector).every((term) => expressionHolds(term, tagValue(tags, term.key)));
}

/** Whether the tag part of placement rules admits a compute: every affinity selector matches and no anti-affinity one does. */
export function tagsAdmitted(
  rules: { readonly affinity: readonly Selector[]; readonly antiAffinity: readonly Selector[] },
  tags: Readonly<TagMap>,
): boolean {
  return (
    rules.affinity.every((selector) => selectorMatches(selector, tags)) &&
    !rules.antiAffinity.some((selector) => selectorMatches(selector, tags))
  );
}
