import type { z } from 'zod';
import type { FieldProblem } from '../domain/noun.ts';
import {
  canonicalSpelling,
  placementSchema,
  SELECTOR_OPERATORS,
  type PlacementRules,
} from '../domain/placement-rule.ts';
import { shown } from '../domain/shown-value.ts';
import { valueAt } from '../domain/value-at.ts';
import { placementContradictions, type PlacementWarning } from './placement-contradictions.ts';

export type PlacementReading =
  | { readonly ok: true; readonly rules: PlacementRules; readonly warnings: readonly PlacementWarning[] }
  | { readonly ok: false; readonly problems: readonly FieldProblem[] };

const ALLOWED_KEYS: readonly [pattern: RegExp, keys: string][] = [
  [/^(affinity|antiAffinity)\[\d+\]\.matchExpressions\[\d+\]$/, 'key, operator, values'],
  [/^(affinity|antiAffinity)\[\d+\]$/, 'matchLabels, matchExpressions'],
  [/^topologySpread\[\d+\]$/, 'key, maxSkew'],
  [/^$/, 'affinity, antiAffinity, spreadMax, topologySpread'],
];

function writePath(path: readonly PropertyKey[]): string {
  return path.reduce<string>((written, step) => {
    if (typeof step === 'number') return `${written}[${step}]`;
    return written ? `${written}.${String(step)}` : String(step);
  }, '');
}

function unknownKeyProblem(path: string, key: string): FieldProblem {
  const allowed = ALLOWED_KEYS.find(([pattern]) => pattern.test(path))?.[1] ?? '';
  const where = path ? `in ${path} ` : '';
  const misplaced = !path && /^match_?(labels|expressions)$/i.test(key);
  const hint = misplaced ? ' Put the selector under affinity (must match) or antiAffinity (must not match).' : '';
  const message = `Key "${key}" ${where}is not known; allowed are ${allowed}.${hint}`;
  return { path: path ? `${path}.${key}` : key, message, value: key, allowed };
}

function problemsOf(issue: z.core.$ZodIssue, input: unknown): FieldProblem[] {
  const path = writePath(issue.path);
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKeyProblem(path, key));
  const value = valueAt(input, issue.path);
  const params: unknown = issue.code === 'custom' ? issue.params?.['allowed'] : undefined;
  const allowed = typeof params === 'string' ? params : allowedBy(issue);
  return [
    {
      path,
      message: sentenceOf(issue, path, value),
      ...(value === undefined ? {} : { value }),
      ...(allowed ? { allowed } : {}),
    },
  ];
}

const SHAPES: Readonly<Record<string, string>> = {
  object: 'keys and values in braces',
  record: 'keys and values in braces',
  array: 'a list in brackets',
};

/** The schema's own sentence, or one where it has none: for what is not even of the right shape, or too much of it. */
function sentenceOf(issue: z.core.$ZodIssue, path: string, value: unknown): string {
  const what = path || 'What is written';
  if (issue.code === 'invalid_key') return issue.issues[0]?.message ?? `${what} has a key that cannot be read.`;
  const shape = issue.code === 'invalid_type' ? SHAPES[issue.expected] : undefined;
  if (shape) return `${what} must be ${shape}; ${shown(value)} was given.`;
  if (issue.code === 'too_big' && issue.message.startsWith('Too big'))
    return `${what} may hold at most ${issue.maximum}.`;
  return issue.message;
}

function allowedBy(issue: z.core.$ZodIssue): string | undefined {
  if (issue.code === 'invalid_value') return SELECTOR_OPERATORS.join(', ');
  if (issue.code === 'too_small') return `${issue.minimum} or more`;
  if (issue.code === 'too_big') return `at most ${issue.maximum}`;
  if (issue.code === 'invalid_type') return issue.expected;
  return undefined;
}

function withoutTopologyKey(input: unknown): { rest: unknown; warnings: PlacementWarning[] } {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return { rest: input, warnings: [] };
  const entries = Object.entries(input);
  const odd = entries.filter(([key]) => /^topology_?key$/i.test(key));
  const warnings = odd.map(([key, value]): PlacementWarning => {
    const message = `${key} was left out: the program it comes from never used it. To spread over ${shown(value)}, write topologySpread: [{key, maxSkew}].`;
    return { path: key, message };
  });
  return {
    rest: odd.length ? Object.fromEntries(entries.filter(([key]) => !/^topology_?key$/i.test(key))) : input,
    warnings,
  };
}

/**
 * Reads placement rules as people and files write them: one selector or a list, several spellings (placement-rule.ts).
 * @returns the canonical rules with warnings (contradictions, the reference's unused topologyKey), or every problem found.
 */
export function readPlacement(input: unknown): PlacementReading {
  const { rest, warnings } = withoutTopologyKey(input);
  const parsed = placementSchema.safeParse(rest);
  if (!parsed.success) {
    const respelled = canonicalSpelling(rest);
    return { ok: false, problems: parsed.error.issues.flatMap((issue) => problemsOf(issue, respelled)) };
  }
  return { ok: true, rules: parsed.data, warnings: [...warnings, ...placementContradictions(parsed.data)] };
}
