import { RESERVED_WORDS, isPredicateName } from './ast.ts';
import type { ComparisonOperator, Expression, MembershipName, Span, Value } from './ast.ts';
import { ExpressionRefusal, syntaxFailure } from './failure.ts';
import type { Outcome } from './failure.ts';
import { isHasKey, lex } from './lexer.ts';
import type { Token } from './lexer.ts';
import { readTagArgument, readAttributeArgument, readHasKey } from './parse-argument.ts';
import { fail, readValues } from './parse-value.ts';
import type { Cursor } from './parse-value.ts';

export const EXPRESSION_LENGTH_LIMIT = 2_000;
const DEPTH_LIMIT = 50;
/** Keeps the compiled WHERE clause below SQLite's limit of 1,000 nested operators. */
const TERM_LIMIT = 200;

/**
 * Reads an expression of systems.md 5.4 with Rackwright's field comparisons. The empty text means everything.
 * Answers one E_EXPR_SYNTAX failure naming the place and what was expected; never throws, in time linear in the text.
 */
export function parseExpression(text: string): Outcome<Expression> {
  if (text.length > EXPRESSION_LENGTH_LIMIT) {
    const what = `an expression may have at most ${EXPRESSION_LENGTH_LIMIT} characters, this one has ${text.length}`;
    return {
      ok: false,
      failures: [syntaxFailure(what, EXPRESSION_LENGTH_LIMIT, text.length - EXPRESSION_LENGTH_LIMIT)],
    };
  }
  const { tokens, failure } = lex(text);
  const cursor: Cursor = { tokens, at: 0, lexFailure: failure, depth: 0, terms: 0 };
  try {
    const value = readWhole(cursor);
    return { ok: true, value };
  } catch (refusal) {
    if (refusal instanceof ExpressionRefusal) return { ok: false, failures: [refusal.failure] };
    throw refusal;
  }
}

function readWhole(cursor: Cursor): Expression {
  const first = peek(cursor);
  if (first.kind === 'end' && cursor.lexFailure === null) {
    return { kind: 'everything', span: { start: 0, end: first.end } };
  }
  const expression = readOr(cursor);
  if (peek(cursor).kind !== 'end' || cursor.lexFailure !== null) fail(cursor, `'and', 'or' or the end`);
  return expression;
}

function peek(cursor: Cursor, ahead = 0): Token {
  const token = cursor.tokens[Math.min(cursor.at + ahead, cursor.tokens.length - 1)];
  if (token === undefined) throw new Error('A token list always ends with an end token');
  return token;
}

function isKeyword(token: Token, keyword: string): boolean {
  return token.kind === 'word' && !token.asValue && token.text.toLowerCase() === keyword;
}

function takeKeyword(cursor: Cursor, keyword: string): boolean {
  const found = isKeyword(peek(cursor), keyword);
  if (found) cursor.at += 1;
  return found;
}

function join(kind: 'and' | 'or', terms: readonly Expression[]): Expression {
  const flat = terms.flatMap((term) => (term.kind === kind ? term.terms : [term]));
  const [first] = flat;
  if (first !== undefined && flat.length === 1) return first;
  return { kind, terms: flat, span: cover(terms[0] ?? first, terms.at(-1)) };
}

function cover(first: Expression | undefined, last: Expression | undefined): Span {
  return { start: first?.span.start ?? 0, end: last?.span.end ?? 0 };
}

function readOr(cursor: Cursor): Expression {
  const terms = [readAnd(cursor)];
  while (takeKeyword(cursor, 'or')) terms.push(readAnd(cursor));
  return join('or', terms);
}

function readAnd(cursor: Cursor): Expression {
  const terms = [readUnary(cursor)];
  while (takeKeyword(cursor, 'and') || startsTerm(peek(cursor))) terms.push(readUnary(cursor));
  return join('and', terms);
}

function startsTerm(token: Token): boolean {
  if (token.kind === 'word') return !isKeyword(token, 'or') && !isKeyword(token, 'connected');
  return token.kind === 'quoted' || token.kind === 'regex' || token.kind === 'open';
}

function nested<Result>(cursor: Cursor, read: () => Result): Result {
  cursor.depth += 1;
  if (cursor.depth > DEPTH_LIMIT) {
    const { start, end } = peek(cursor);
    throw new ExpressionRefusal(syntaxFailure(`more than ${DEPTH_LIMIT} levels of nesting`, start, end - start));
  }
  const result = read();
  cursor.depth -= 1;
  return result;
}

function readUnary(cursor: Cursor): Expression {
  const { start } = peek(cursor);
  if (!takeKeyword(cursor, 'not')) return readConnected(cursor);
  const term = nested(cursor, () => readUnary(cursor));
  return { kind: 'not', term, span: { start, end: term.span.end } };
}

function readConnected(cursor: Cursor): Expression {
  const left = readPrimary(cursor);
  if (!takeKeyword(cursor, 'connected')) return left;
  if (!takeKeyword(cursor, 'to')) fail(cursor, `'to' after 'connected'`);
  const right = nested(cursor, () => readConnected(cursor));
  return { kind: 'connected', left, right, span: cover(left, right) };
}

function readPrimary(cursor: Cursor): Expression {
  const token = peek(cursor);
  if (token.kind === 'open') return readParenthesised(cursor);
  cursor.terms += 1;
  if (cursor.terms > TERM_LIMIT) {
    const what = `an expression may have at most ${TERM_LIMIT} terms`;
    throw new ExpressionRefusal(syntaxFailure(what, token.start, token.end - token.start));
  }
  if (token.kind === 'word' && isHasKey(token) && peek(cursor, 1).kind === 'open') return readHasKey(cursor);
  const isHead = token.kind === 'quoted' || (token.kind === 'word' && !isReserved(token));
  if (isHead && peek(cursor, 1).kind === 'operator') return readPattern(cursor, token);
  return readSearch(cursor, token);
}

function readParenthesised(cursor: Cursor): Expression {
  cursor.at += 1;
  const inner = nested(cursor, () => readOr(cursor));
  if (peek(cursor).kind !== 'close') fail(cursor, `'and', 'or' or ')'`);
  cursor.at += 1;
  return inner;
}

function isReserved(token: Token): boolean {
  return token.kind === 'word' && RESERVED_WORDS.has(token.text.toLowerCase());
}

function readSearch(cursor: Cursor, token: Token): Expression {
  if (token.kind === 'regex') fail(cursor, `a field before the regex, as in name:/…/`);
  if ((token.kind !== 'word' && token.kind !== 'quoted') || isReserved(token)) fail(cursor, `a word, a field or '('`);
  cursor.at += 1;
  const span = { start: token.start, end: token.end };
  const glob = token.kind === 'word' && /[*?]/u.test(token.text);
  const value: Value = glob ? { kind: 'glob', glob: token.text, span } : { kind: 'literal', text: token.text, span };
  return { kind: 'search', value, span };
}

function readPattern(cursor: Cursor, head: Token): Expression {
  const operator = peek(cursor, 1).text;
  const headSpan = { start: head.start, end: head.end };
  const name = head.kind === 'word' ? head.text.toLowerCase() : '';
  cursor.at += 2;
  if (operator === ':' && name === 'tag') return readTagArgument(cursor, headSpan);
  if (operator === ':' && name === 'attr') return readAttributeArgument(cursor, headSpan);
  const values = readValues(cursor, operator);
  const span = { start: head.start, end: values.at(-1)?.span.end ?? head.end };
  if (operator === ':' && isPredicateName(name)) {
    return { kind: 'predicate', name: name as MembershipName, headSpan, values, span };
  }
  const comparison = operator === ':' ? '=' : (operator as ComparisonOperator);
  return { kind: 'comparison', field: head.text, headSpan, operator: comparison, values, span };
}
