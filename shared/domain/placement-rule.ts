import { z } from 'zod';
import { shown } from './shown-value.ts';

/** Source 000's operators, spelled as Kubernetes spells them. */
export const SELECTOR_OPERATORS = ['In', 'NotIn', 'Exists', 'DoesNotExist'] as const;

export type SelectorOperator = (typeof SELECTOR_OPERATORS)[number];

const tagKeySchema = z
  .string('A tag key must be text.')
  .trim()
  .min(1, 'A tag key must not be empty.')
  .max(128, 'A tag key has at most 128 characters.');

const tagValueSchema = z
  .string('A tag value must be text; write it in quotes, such as "true" or "8".')
  .max(256, 'A tag value has at most 256 characters.');

export const matchExpressionSchema = z
  .strictObject({
    key: tagKeySchema,
    operator: z.enum(SELECTOR_OPERATORS, {
      error: (issue) => `Operator ${shown(issue.input)} is not known; allowed are ${SELECTOR_OPERATORS.join(', ')}.`,
    }),
    values: z
      .array(tagValueSchema, 'values must be a list of texts.')
      .max(200, 'values may hold at most 200 texts.')
      .default([]),
  })
  .superRefine((expression, context) => {
    const takesValues = expression.operator === 'In' || expression.operator === 'NotIn';
    if (takesValues && expression.values.length === 0) {
      const message = `${expression.operator} on ${expression.key} needs at least one value.`;
      context.addIssue({ code: 'custom', path: ['values'], message, params: { allowed: 'one value or more' } });
    }
    if (!takesValues && expression.values.length > 0) {
      const message = `${expression.operator} on ${expression.key} takes no values.`;
      context.addIssue({ code: 'custom', path: ['values'], message, params: { allowed: 'no values' } });
    }
  });

/** Every label and every expression must hold; the empty selector holds for every compute. */
export const selectorSchema = z.strictObject({
  matchLabels: z.record(tagKeySchema, tagValueSchema).default({}),
  matchExpressions: z.array(matchExpressionSchema).max(50).default([]),
});

export const topologySpreadSchema = z.strictObject({
  key: tagKeySchema,
  maxSkew: z
    .int('The largest skew must be a whole number.')
    .min(1, 'The largest skew must be 1 or more.')
    .max(100_000, 'The largest skew must be at most 100000.'),
});

const canonicalSchema = z.strictObject({
  affinity: z.array(selectorSchema).max(50).default([]),
  antiAffinity: z.array(selectorSchema).max(50).default([]),
  spreadMax: z
    .int('The most instances per compute must be a whole number.')
    .min(0, 'The most instances per compute must be 0 (no limit) or more.')
    .max(100_000, 'The most instances per compute must be at most 100000.')
    .default(0),
  topologySpread: z.array(topologySpreadSchema).max(10).default([]),
});

const RULE_KEYS = ['affinity', 'antiAffinity', 'spreadMax', 'topologySpread'];
const SELECTOR_KEYS = ['matchLabels', 'matchExpressions'];
const EXPRESSION_KEYS = ['key', 'operator', 'values'];
const TOPOLOGY_KEYS = ['key', 'maxSkew'];

type RawObject = Record<string, unknown>;

function isRawObject(value: unknown): value is RawObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function withoutCaseAndDashes(key: string): string {
  return key.replaceAll(/[_-]/g, '').toLowerCase();
}

/** Renames anti_affinity, MatchLabels and the like; a key given twice keeps its odd spelling, so the strict schema names it. */
function respelled(value: unknown, known: readonly string[]): unknown {
  if (!isRawObject(value)) return value;
  const result: RawObject = {};
  for (const [key, entry] of Object.entries(value)) {
    const canonical = known.find((name) => withoutCaseAndDashes(name) === withoutCaseAndDashes(key)) ?? key;
    const taken = canonical !== key && (Object.hasOwn(value, canonical) || Object.hasOwn(result, canonical));
    Object.defineProperty(result, taken ? key : canonical, {
      value: entry,
      enumerable: true,
      configurable: true,
      writable: true,
    });
  }
  return result;
}

function mapList(value: unknown, each: (entry: unknown) => unknown): unknown {
  return Array.isArray(value) ? value.map(each) : value;
}

function respelledSelector(value: unknown): unknown {
  const selector = respelled(value, SELECTOR_KEYS);
  if (!isRawObject(selector) || !('matchExpressions' in selector)) return selector;
  const listed = isRawObject(selector['matchExpressions'])
    ? [selector['matchExpressions']]
    : selector['matchExpressions'];
  return { ...selector, matchExpressions: mapList(listed, (entry) => respelled(entry, EXPRESSION_KEYS)) };
}

/** The given rules with known keys in their canonical spelling and single selectors as lists; nothing is judged yet. */
export function canonicalSpelling(value: unknown): unknown {
  const rules = respelled(value, RULE_KEYS);
  if (!isRawObject(rules)) return rules;
  const result: RawObject = { ...rules };
  for (const key of ['affinity', 'antiAffinity']) {
    const given = result[key];
    if (given === null) delete result[key];
    else if (given !== undefined) result[key] = mapList(isRawObject(given) ? [given] : given, respelledSelector);
  }
  const spread = result['topologySpread'];
  const spreadList = isRawObject(spread) ? [spread] : spread;
  if (spread !== undefined) result['topologySpread'] = mapList(spreadList, (entry) => respelled(entry, TOPOLOGY_KEYS));
  return result;
}

/**
 * Placement rules of a service. Reads one selector or a list and the spellings antiAffinity, anti_affinity, MatchLabels
 * and MatchExpressions; gives one canonical form. Anything it does not know is refused, never dropped.
 */
export const placementSchema = z.preprocess(canonicalSpelling, canonicalSchema);

export type MatchExpression = z.output<typeof matchExpressionSchema>;
export type Selector = z.output<typeof selectorSchema>;
export type TopologySpread = z.output<typeof topologySpreadSchema>;
export type PlacementRules = z.output<typeof placementSchema>;

/** No rule at all: every active compute is admitted. */
export const NO_PLACEMENT_RULES: Readonly<PlacementRules> = {
  affinity: [],
  antiAffinity: [],
  spreadMax: 0,
  topologySpread: [],
};
