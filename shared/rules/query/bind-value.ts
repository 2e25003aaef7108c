import { parseQuantity } from '../../domain/units.ts';
import type { ComparisonOperator, Span, Value } from './ast.ts';
import type { BoundExpression, Ordering } from './bound.ts';
import { readPeriod } from './period.ts';
import { ExpressionRefusal } from './failure.ts';
import type { QueryField } from './schema.ts';
import { textTester, toTextMatch } from './text-match.ts';

const YES = ['yes', 'true', 'on', '1'];
const NO = ['no', 'false', 'off', '0'];

/** One field compared with one value; `!=` is left to the caller. Throws ExpressionRefusal at the value's place. */
export function bindFieldValue(
  field: QueryField,
  operator: Exclude<ComparisonOperator, '!='>,
  value: Value,
): BoundExpression {
  if (operator === '=' && value.kind === 'literal' && value.text === '') return { kind: 'empty', field: field.key };
  switch (field.kind) {
    case 'number':
      return bindNumber(field, operator, literalText(field, value, 'a number'));
    case 'date':
      return bindDate(field, operator, literalText(field, value, 'a date'));
    case 'choice':
      return bindChoice(field, value);
    case 'boolean':
      return bindBoolean(field, literalText(field, value, 'yes or no'));
    default:
      return { kind: 'text', field: field.key, match: toTextMatch(value, field.key === 'name') };
  }
}

interface Literal {
  text: string;
  span: Span;
}

export function refuseValue(message: string, span: Span, allowed?: readonly string[]): never {
  const place = { position: span.start, length: span.end - span.start };
  throw new ExpressionRefusal({ code: 'E_FORMAT', message, ...place, ...(allowed === undefined ? {} : { allowed }) });
}

function literalText(field: QueryField, value: Value, wanted: string): Literal {
  if (value.kind === 'literal') return value;
  const given = value.kind === 'glob' ? `the pattern '${value.glob}'` : 'a regex';
  return refuseValue(`${field.label} is compared with ${wanted}, not with ${given}.`, value.span, [wanted]);
}

function bindNumber(field: QueryField, operator: Ordering, literal: Literal): BoundExpression {
  return { kind: 'number', field: field.key, operator, value: readNumber(field, literal) };
}

function readNumber(field: QueryField, { text, span }: Literal): number {
  if (field.unit !== undefined) {
    const reading = parseQuantity(text, field.unit, field.label);
    return reading.ok ? reading.value : refuseValue(reading.message, span, [reading.allowed]);
  }
  const value = /^[+-]?\d{1,15}(?:\.\d{1,15})?$/u.test(text) ? Number(text) : Number.NaN;
  if (!Number.isNaN(value)) return value;
  return refuseValue(`${field.label} '${text}' is not a number; write digits, for example 12 or 3.5.`, span, [
    'a number',
  ]);
}

function bindDate(field: QueryField, operator: Ordering, { text, span }: Literal): BoundExpression {
  const period = readPeriod(text);
  if (period === null) {
    const allowed = 'a date as YYYY-MM-DD, a month as YYYY-MM or a year as YYYY';
    return refuseValue(`${field.label} '${text}' is not a date; write ${allowed}.`, span, [allowed]);
  }
  const fromStart: BoundExpression = { kind: 'date', field: field.key, operator: '>=', day: period.start };
  const beforeEnd: BoundExpression = { kind: 'date', field: field.key, operator: '<', day: period.end };
  if (operator === '=') return { kind: 'and', terms: [fromStart, beforeEnd] };
  if (operator === '>=') return fromStart;
  if (operator === '<=') return beforeEnd;
  return operator === '<' ? { ...beforeEnd, day: period.start } : { ...fromStart, day: period.end };
}

function bindChoice(field: QueryField, value: Value): BoundExpression {
  const choices = field.choices ?? [];
  const matches = textTester(toTextMatch(value, true));
  const values = choices
    .filter((choice) => matches(choice.value) || matches(choice.label))
    .map((choice) => choice.value);
  if (values.length > 0) return { kind: 'choice', field: field.key, values };
  const given = value.kind === 'literal' ? value.text : value.kind === 'glob' ? value.glob : `/${value.pattern}/`;
  const allowed = choices.map((choice) => choice.value);
  return refuseValue(
    `${field.label} has no choice '${given}'; allowed are ${allowed.join(', ')}.`,
    value.span,
    allowed,
  );
}

function bindBoolean(field: QueryField, { text, span }: Literal): BoundExpression {
  const word = text.toLowerCase();
  if (YES.includes(word)) return { kind: 'boolean', field: field.key, value: true };
  if (NO.includes(word)) return { kind: 'boolean', field: field.key, value: false };
  return refuseValue(`${field.label} '${text}' is neither yes nor no.`, span, ['yes', 'no']);
}
