import { inSentence } from '../domain/label-text.ts';
import type { z } from 'zod';
import type { FieldDefinition, FieldProblem, NounDefinition } from '../domain/noun.ts';
import { referencedNouns } from '../domain/nouns.ts';
import { shown } from '../domain/shown-value.ts';
import { valueAt } from '../domain/value-at.ts';
import type { Failure } from './failure.ts';

type Issue = z.core.$ZodIssue;

/** Nobody mends more at a time, and a hostile input can have a hundred thousand. */
export const LISTED_AT_MOST = 100;

/** The refusal of an input: every problem is listed, the first is the message. E_REQUIRED where it is a missing value. */
export function fieldsFailure(problems: readonly FieldProblem[]): Failure {
  const [first] = problems;
  const code = first && 'value' in first && first.value === undefined ? 'E_REQUIRED' : 'E_FORMAT';
  const more = problems.length > 1 ? ` ${problems.length - 1} more to mend.` : '';
  return { code, message: (first?.message ?? 'The input is not valid.') + more, fields: [...problems] };
}

/** Turns schema issues into sentences that name the field, the value given and what is allowed. */
export function fieldProblems(
  definition: NounDefinition | null,
  issues: readonly Issue[],
  input: unknown,
): FieldProblem[] {
  return issues
    .slice(0, LISTED_AT_MOST)
    .flatMap((issue) => problemsOf(definition, issue, input))
    .slice(0, LISTED_AT_MOST);
}

function problemsOf(definition: NounDefinition | null, issue: Issue, input: unknown): FieldProblem[] {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.slice(0, LISTED_AT_MOST).map((key) => unknownField(definition, issue.path, key));
  const path = issue.path.map(String).join('.');
  const value = valueAt(input, issue.path);
  const field = definition?.fieldList.find((entry) => entry.key === issue.path[0]);
  const label = field ? fieldLabel(field, issue.path.slice(1)) : path || 'The input';
  const allowed = allowedText(issue, issue.path.length === 1 ? field : undefined);
  const given = value === undefined ? 'nothing was given' : `${shown(value)} was given`;
  return [{ path, message: `${label} must be ${allowed}; ${given}.`, value, allowed }];
}

function unknownField(definition: NounDefinition | null, path: readonly PropertyKey[], key: string): FieldProblem {
  const owner = definition && path.length === 0 ? definition.label : path.map(String).join('.') || 'The input';
  const allowed =
    definition && path.length === 0 ? definition.fieldList.map((field) => field.key).join(', ') : undefined;
  const tail = allowed ? `; its fields are ${allowed}.` : '.';
  return {
    path: [...path.map(String), key].join('.'),
    message: `${owner} has no field "${key}"${tail}`,
    ...(allowed ? { allowed } : {}),
  };
}

function fieldLabel(field: FieldDefinition, rest: readonly PropertyKey[]): string {
  return rest.length === 0 ? field.meta.label : `${field.meta.label} (${rest.map(String).join('.')})`;
}

function allowedText(issue: Issue, field: FieldDefinition | undefined): string {
  const meta = field?.meta;
  if (meta?.form) return meta.form;
  if (meta?.choices) return `one of ${meta.choices.map((entry) => entry.value).join(', ')}`;
  if (meta?.kind === 'integer') return wholeNumberText(meta.minimum ?? 0, meta.maximum ?? Number.MAX_SAFE_INTEGER);
  if (meta?.kind === 'text') return `text of 1 to ${meta.maximumLength ?? 200} characters`;
  if (meta?.kind === 'multiline') return `text of at most ${meta.maximumLength ?? 20_000} characters`;
  if (meta?.kind === 'money') return 'an amount such as 1234.50, not negative';
  if (meta?.kind === 'date') return 'a date as YYYY-MM-DD';
  if (meta?.kind === 'timestamp') return 'a moment such as 2026-01-31T09:30:00.000Z';
  if (meta?.kind === 'flag') return 'true or false';
  if (meta?.kind === 'reference') return `the name or id of ${targetText(meta.references ?? '')}`;
  return issueText(issue);
}

function wholeNumberText(minimum: number, maximum: number): string {
  if (maximum >= Number.MAX_SAFE_INTEGER) return `a whole number, at least ${minimum}`;
  return `a whole number from ${minimum} to ${maximum}`;
}

/** What a reference may point at: "a device type", "a compute or an equipment". */
function targetText(references: string): string {
  const labels = referencedNouns(references).map(({ label }) => inSentence(label));
  if (labels.length === 0 || labels.length > 4) return 'something that has a name';
  return labels.map((label) => `${/^[aeiou]/.test(label) ? 'an' : 'a'} ${label}`).join(' or ');
}

const TYPE_WORDS: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a set of keys with values',
  record: 'a set of keys with values',
};

function issueText(issue: Issue): string {
  if (issue.code === 'invalid_type') return TYPE_WORDS[issue.expected] ?? `of type ${issue.expected}`;
  if (issue.code === 'invalid_value') return `one of ${issue.values.map(String).join(', ')}`;
  if (issue.code === 'too_small') return `at least ${issue.minimum}${countedText(issue.origin)}`;
  if (issue.code === 'too_big') return `at most ${issue.maximum}${countedText(issue.origin)}`;
  if (issue.code === 'invalid_format' && issue.format !== 'regex') return `in the form ${issue.format}`;
  return 'of the right form';
}

function countedText(origin: string): string {
  if (origin === 'string') return ' characters long';
  return origin === 'array' ? ' entries long' : '';
}
