import type { Span, Value } from './ast.ts';
import { RESERVED_WORDS } from './ast.ts';
import { ExpressionRefusal, syntaxFailure } from './failure.ts';
import type { ExpressionFailure } from './failure.ts';
import type { Token } from './lexer.ts';
import { compileRegex } from './regex-match.ts';

export interface Cursor {
  readonly tokens: readonly Token[];
  readonly lexFailure: ExpressionFailure | null;
  at: number;
  depth: number;
  terms: number;
}

/** A number and its unit may stand apart ("256 GB"): left as two terms, the unit would silently become a search. */
const UNIT_WORD = /^(?:[kmgtp]i?b|k?w|k?v|a|k?g|lbs?|[mg]hz|[mg]bps|cores?|threads?|u|mm|cm|%|days?|weeks?)$/iu;
const PLAIN_NUMBER = /^[+-]?\d+(?:[.,]\d+)?$/u;

/** Refuses the token at the cursor, or says what was wrong with the text behind the last token. */
export function fail(cursor: Cursor, expected: string): never {
  const token = cursor.tokens[cursor.at] ?? cursor.tokens.at(-1);
  if (token === undefined || (token.kind === 'end' && cursor.lexFailure !== null)) {
    throw new ExpressionRefusal(cursor.lexFailure ?? syntaxFailure(`expected ${expected}`, 0, 0));
  }
  const found = token.kind === 'end' ? 'the end' : `'${describe(token)}'`;
  const what = `expected ${expected}, found ${found}`;
  throw new ExpressionRefusal(syntaxFailure(what, token.start, token.end - token.start));
}

function describe(token: Token): string {
  return token.text.length > 40 ? `${token.text.slice(0, 40)}…` : token.text;
}

/** value { "," value }; a list means any of its values, so an ordering (`<`) takes one only. */
export function readValues(cursor: Cursor, operator: string): readonly Value[] {
  const values = [readValue(cursor)];
  joinUnit(cursor, values, operator);
  while (cursor.tokens[cursor.at]?.kind === 'comma') {
    if (operator.startsWith('<') || operator.startsWith('>')) fail(cursor, `one value after '${operator}'`);
    cursor.at += 1;
    values.push(readValue(cursor));
  }
  return values;
}

function joinUnit(cursor: Cursor, values: Value[], operator: string): void {
  const [first] = values;
  const unit = cursor.tokens[cursor.at];
  if (operator === ':' || first?.kind !== 'literal' || !PLAIN_NUMBER.test(first.text)) return;
  if (unit?.kind !== 'word' || !UNIT_WORD.test(unit.text)) return;
  if (cursor.tokens[cursor.at + 1]?.kind === 'operator') return;
  cursor.at += 1;
  values[0] = {
    kind: 'literal',
    text: `${first.text} ${unit.text}`,
    span: { start: first.span.start, end: unit.end },
  };
}

export function readValue(cursor: Cursor): Value {
  const token = cursor.tokens[cursor.at];
  if (token === undefined || !['word', 'quoted', 'regex'].includes(token.kind)) return fail(cursor, 'a value');
  const span = { start: token.start, end: token.end };
  if (token.kind === 'word') {
    const isNextKeyword = !token.glued && RESERVED_WORDS.has(token.text.toLowerCase());
    if (isNextKeyword || /^[=<>!]/u.test(token.text)) fail(cursor, 'a value');
  }
  cursor.at += 1;
  if (token.kind === 'regex') return readRegexValue(token, span);
  const glob = token.kind === 'word' && /[*?]/u.test(token.text);
  return glob ? { kind: 'glob', glob: token.text, span } : { kind: 'literal', text: token.text, span };
}

function readRegexValue(token: Token, span: Span): Value {
  const flagsAt = token.end - token.flags.length;
  if (!['', 'i', 'I'].includes(token.flags)) {
    const what = `a regex knows the flag 'i' only, found '${token.flags}'`;
    throw new ExpressionRefusal(syntaxFailure(what, flagsAt, token.flags.length));
  }
  const ignoreCase = token.flags !== '';
  const compiled = compileRegex(token.text, ignoreCase);
  if (!compiled.ok) {
    throw new ExpressionRefusal(syntaxFailure(compiled.message, token.start, token.end - token.start));
  }
  return { kind: 'regex', pattern: token.text, ignoreCase, span };
}
