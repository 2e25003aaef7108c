import { PREDICATE_NAMES } from './ast.ts';
import type { Expression, MembershipName, PredicateName, Span, Value } from './ast.ts';
import { bindFieldValue, refuseValue } from './bind-value.ts';
import type { BoundExpression } from './bound.ts';
import { isDriver } from './driver.ts';
import { ExpressionRefusal } from './failure.ts';
import type { ExpressionFailure, Outcome } from './failure.ts';
import { parseExpression } from './parse.ts';
import { findField } from './schema.ts';
import type { QueryField, QuerySchema } from './schema.ts';
import { closestTo } from './suggest.ts';
import { toTextMatch } from './text-match.ts';

/**
 * Resolves field names, choices, units and dates of an expression against a schema. Answers every failure at once, each
 * with its place: E_NOT_FOUND (no such field), E_FORMAT (the value), E_EXPR_SYNTAX (operator unfit for the field),
 * E_EXPR_UNAVAILABLE (a predicate whose noun does not exist yet).
 */
export function bindExpression(expression: Expression, schema: QuerySchema): Outcome<BoundExpression> {
  const failures: ExpressionFailure[] = [];
  const value = bindNode(expression, schema, failures);
  return failures.length === 0 ? { ok: true, value } : { ok: false, failures };
}

/** Parses and binds in one step. */
export function readQuery(text: string, schema: QuerySchema): Outcome<BoundExpression> {
  const parsed = parseExpression(text);
  return parsed.ok ? bindExpression(parsed.value, schema) : parsed;
}

type Term = Exclude<Expression, { kind: 'everything' | 'or' | 'and' | 'not' | 'connected' }>;

function bindNode(expression: Expression, schema: QuerySchema, failures: ExpressionFailure[]): BoundExpression {
  switch (expression.kind) {
    case 'everything':
      return { kind: 'everything' };
    case 'or':
    case 'and': {
      const terms = expression.terms.map((term) => bindNode(term, schema, failures));
      return { kind: expression.kind, terms };
    }
    case 'not':
      return { kind: 'not', term: bindNode(expression.term, schema, failures) };
    case 'connected': {
      if (!schema.predicates.includes('connected')) {
        failures.push(unavailable(`'connected to'`, schema, expression.span));
      }
      const left = bindNode(expression.left, schema, failures);
      return { kind: 'connected', left, right: bindNode(expression.right, schema.things ?? schema, failures) };
    }
    default:
      return collecting(failures, () => bindTerm(expression, schema));
  }
}

function collecting(failures: ExpressionFailure[], bind: () => BoundExpression): BoundExpression {
  try {
    return bind();
  } catch (refusal) {
    if (!(refusal instanceof ExpressionRefusal)) throw refusal;
    failures.push(refusal.failure);
    return { kind: 'everything' };
  }
}

function bindTerm(term: Term, schema: QuerySchema): BoundExpression {
  switch (term.kind) {
    case 'search':
      return bindSearch(term.value, schema);
    case 'comparison':
      return bindComparison(term, schema);
    case 'predicate':
      return bindPredicate(term, schema);
    case 'tag':
      requirePredicate('tag', schema, term.headSpan);
      return { kind: 'tag', key: toTextMatch(term.key), value: matchOrNull(term.value) };
    case 'attribute': {
      requirePredicate('attr', schema, term.headSpan);
      const subkey = term.subkey === null ? null : ({ kind: 'exact', text: term.subkey } as const);
      const value = matchOrNull(term.value);
      return { kind: 'attribute', key: toTextMatch(term.key), subkey, number: term.number, value };
    }
    case 'hasKey': {
      requirePredicate('attr', schema, term.headSpan, `'haskey()'`);
      const subkey = matchOrNull(term.subkey);
      return { kind: 'attribute', key: toTextMatch(term.key), subkey, number: null, value: null };
    }
  }
}

function matchOrNull(value: Value | null) {
  return value === null ? null : toTextMatch(value);
}

/** A bare glob is meant for names: searching for a part of a text needs no `*`. */
function bindSearch(value: Value, schema: QuerySchema): BoundExpression {
  if (value.kind === 'literal') return { kind: 'search', text: value.text };
  return bindFieldValue(requireField(schema, 'name', value.span), '=', value);
}

function bindComparison(term: Expression & { kind: 'comparison' }, schema: QuerySchema): BoundExpression {
  const field = requireField(schema, term.field, term.headSpan);
  const { operator } = term;
  if (operator === '=' || operator === '!=') {
    const any = anyOf(term.values.map((value) => bindFieldValue(field, '=', value)));
    return operator === '=' ? any : { kind: 'not', term: any };
  }
  if (field.kind !== 'number' && field.kind !== 'date') {
    const { start, end } = term.headSpan;
    throw new ExpressionRefusal({
      code: 'E_EXPR_SYNTAX',
      message: `${field.label} has no order, so '${operator}' cannot be used; use =, != or ':'.`,
      position: start,
      length: end - start + operator.length,
      allowed: ['=', '!=', ':'],
    });
  }
  return anyOf(term.values.map((value) => bindFieldValue(field, operator, value)));
}

function bindPredicate(term: Expression & { kind: 'predicate' }, schema: QuerySchema): BoundExpression {
  const { name, headSpan } = term;
  if (name !== 'name' && schema.predicates.includes(name)) {
    return anyOf(term.values.map((value) => bindMembership(name, value, schema)));
  }
  const field = findField(schema, name);
  if (field === undefined && name !== 'name') throw new ExpressionRefusal(unavailable(`'${name}:'`, schema, headSpan));
  const found: QueryField = field ?? requireField(schema, name, headSpan);
  return anyOf(term.values.map((value) => bindFieldValue(found, '=', value)));
}

function bindMembership(
  name: Exclude<MembershipName, 'name'>,
  value: Value,
  { drivers }: QuerySchema,
): BoundExpression {
  if (value.kind === 'literal' && value.text === '') refuseValue(`'${name}:' needs a name.`, value.span);
  if (name === 'driver' && value.kind === 'literal' && drivers && !isDriver(value.text, drivers)) {
    const { start, end } = value.span;
    throw new ExpressionRefusal({
      code: 'E_NOT_FOUND',
      message: `There is no driver '${value.text}'; allowed are ${drivers.join(', ')}, or how one of them begins.`,
      position: start,
      length: end - start,
      allowed: drivers,
    });
  }
  return { kind: 'membership', name, match: toTextMatch(value, true) };
}

function anyOf(terms: readonly BoundExpression[]): BoundExpression {
  const [first] = terms;
  return first !== undefined && terms.length === 1 ? first : { kind: 'or', terms };
}

function requirePredicate(name: PredicateName, schema: QuerySchema, span: Span, shown = `'${name}:'`): void {
  if (!schema.predicates.includes(name)) throw new ExpressionRefusal(unavailable(shown, schema, span));
}

function unavailable(what: string, schema: QuerySchema, span: Span): ExpressionFailure {
  const message = `${what} is not available yet for ${schema.label}.`;
  return { code: 'E_EXPR_UNAVAILABLE', message, position: span.start, length: span.end - span.start };
}

function requireField(schema: QuerySchema, name: string, span: Span): QueryField {
  const field = findField(schema, name);
  if (field !== undefined) return field;
  const place = { position: span.start, length: span.end - span.start };
  const keys = schema.fields.map(({ key }) => key.replace(/^custom\./u, ''));
  const predicate = PREDICATE_NAMES.find((candidate) => candidate === name.toLowerCase());
  const close = closestTo(name, [...keys, ...schema.predicates]);
  const advice =
    predicate !== undefined && schema.predicates.includes(predicate)
      ? `; write ${predicate}: with a colon`
      : close === null
        ? '; text with an operator in it is searched for in quotes'
        : `; did you mean ${close}?`;
  const message = `No field '${name}' on ${schema.label}${advice}${advice.endsWith('?') ? '' : '.'}`;
  throw new ExpressionRefusal({ code: 'E_NOT_FOUND', message, ...place, allowed: keys });
}
