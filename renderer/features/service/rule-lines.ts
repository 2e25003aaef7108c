import type { PlacementRules, Selector, SelectorOperator } from '../../../shared/domain/placement-rule.ts';

/** What a line says about one tag; `is` is an equality, written as a label. */
export type LineOperator = 'is' | SelectorOperator;

/** One condition of the rules as a line of the editor. */
export interface RuleLine {
  readonly list: 'affinity' | 'antiAffinity';
  readonly selector: number;
  /** Index among the selector's expressions; the key of its label for `is`. */
  readonly term: number | string;
  readonly key: string;
  readonly operator: LineOperator;
  readonly values: readonly string[];
  /** Its path in the rules, as the planner names it. */
  readonly rule: string;
}

export type LineContent = Pick<RuleLine, 'key' | 'operator' | 'values'>;

function linesOf(list: RuleLine['list'], selector: Selector, index: number): RuleLine[] {
  const labels = Object.entries(selector.matchLabels).map(([key, value]): RuleLine => {
    const rule = list === 'affinity' ? `affinity[${index}].matchLabels.${key}` : `antiAffinity[${index}]`;
    return { list, selector: index, term: key, key, operator: 'is', values: [value], rule };
  });
  const expressions = selector.matchExpressions.map(({ key, operator, values }, term): RuleLine => {
    const rule = list === 'affinity' ? `affinity[${index}].matchExpressions[${term}]` : `antiAffinity[${index}]`;
    return { list, selector: index, term, key, operator, values, rule };
  });
  return [...labels, ...expressions];
}

/** The conditions about tags, those that must hold first. */
export function ruleLines(rules: PlacementRules): readonly RuleLine[] {
  return [
    ...rules.affinity.flatMap((selector, index) => linesOf('affinity', selector, index)),
    ...rules.antiAffinity.flatMap((selector, index) => linesOf('antiAffinity', selector, index)),
  ];
}

function without(selector: Selector, { term }: RuleLine): Selector {
  if (typeof term === 'number')
    return { ...selector, matchExpressions: selector.matchExpressions.filter((_, index) => index !== term) };
  const labels = Object.entries(selector.matchLabels).filter(([key]) => key !== term);
  return { ...selector, matchLabels: Object.fromEntries(labels) };
}

function withTerm(selector: Selector, { key, operator, values }: LineContent, place: number): Selector {
  if (operator === 'is') return { ...selector, matchLabels: { ...selector.matchLabels, [key]: values[0] ?? '' } };
  const takesValues = operator === 'In' || operator === 'NotIn';
  const expression = { key, operator, values: takesValues ? [...values] : [] };
  return { ...selector, matchExpressions: selector.matchExpressions.toSpliced(place, 0, expression) };
}

function isEmpty({ matchLabels, matchExpressions }: Selector): boolean {
  return Object.keys(matchLabels).length === 0 && matchExpressions.length === 0;
}

function changeSelector(
  rules: PlacementRules,
  { list, selector: place }: RuleLine,
  change: (selector: Selector) => Selector,
): PlacementRules {
  const selectors = rules[list].map((selector, index) => (index === place ? change(selector) : selector));
  // An emptied anti-affinity selector would match every compute; an emptied affinity one says nothing.
  return { ...rules, [list]: selectors.filter((selector, index) => index !== place || !isEmpty(selector)) };
}

export function withoutLine(rules: PlacementRules, line: RuleLine): PlacementRules {
  return changeSelector(rules, line, (selector) => without(selector, line));
}

/** The rules with one line saying something else; it keeps its place among its selector's expressions. */
export function withLine(rules: PlacementRules, line: RuleLine, content: LineContent): PlacementRules {
  return changeSelector(rules, line, (selector) => {
    const place = typeof line.term === 'number' ? line.term : selector.matchExpressions.length;
    return withTerm(without(selector, line), content, place);
  });
}

/** The rules with one more condition: what must hold joins the first selector, what is forbidden is one of its own. */
export function withNewLine(rules: PlacementRules, list: RuleLine['list'], content: LineContent): PlacementRules {
  const [first, ...others] = rules[list];
  if (list === 'affinity' && first)
    return { ...rules, affinity: [withTerm(first, content, first.matchExpressions.length), ...others] };
  const added = withTerm({ matchLabels: {}, matchExpressions: [] }, content, 0);
  return { ...rules, [list]: [...rules[list], added] };
}

/** `dev, staging` as a list; commas separate, blanks around them are dropped. */
export function readValues(text: string): readonly string[] {
  return text
    .split(',')
    .map((value) => value.trim())
    .filter(Boolean);
}
