import type { Expression, Span, Value } from './ast.ts';
import { fail, readValue } from './parse-value.ts';
import type { Cursor } from './parse-value.ts';

/** key [ ("=" | ",") value ] */
export function readTagArgument(cursor: Cursor, headSpan: Span): Expression {
  const key = readValue(cursor);
  const value = readPairValue(cursor);
  const span = { start: headSpan.start, end: (value ?? key).span.end };
  return { kind: 'tag', headSpan, key, value, span };
}

/** key | key.subkey | key#number, each with an optional value; a quoted key is taken whole, dots included. */
export function readAttributeArgument(cursor: Cursor, headSpan: Span): Expression {
  const token = cursor.tokens[cursor.at];
  const whole = readValue(cursor);
  const { key, subkey, number } =
    token?.kind === 'word' && whole.kind === 'literal'
      ? splitKey(whole, whole.text)
      : { key: whole, subkey: null, number: null };
  if (key.kind === 'literal' && key.text === '' && token?.kind === 'word') {
    cursor.at -= 1;
    fail(cursor, 'an attribute key');
  }
  const value = readPairValue(cursor);
  const span = { start: headSpan.start, end: (value ?? whole).span.end };
  return { kind: 'attribute', headSpan, key, subkey, number, value, span };
}

function splitKey(whole: Value, text: string): { key: Value; subkey: string | null; number: number | null } {
  const [, key = text, subkey, digits] = /^([^.#]*)(?:\.([^#]+))?(?:#(\d{1,9}))?$/u.exec(text) ?? [];
  return {
    key: { kind: 'literal', text: key, span: whole.span },
    subkey: subkey ?? null,
    number: digits === undefined ? null : Number(digits),
  };
}

function readPairValue(cursor: Cursor): Value | null {
  const token = cursor.tokens[cursor.at];
  if (token?.kind === 'operator' && token.text === '!=') fail(cursor, `'=' (write not … to exclude it)`);
  const paired = token?.kind === 'comma' || (token?.kind === 'operator' && token.asValue && token.text === '=');
  if (!paired) return null;
  cursor.at += 1;
  return readValue(cursor);
}

/** "haskey" "(" key [ "," subkey ] ")" */
export function readHasKey(cursor: Cursor): Expression {
  const head = cursor.tokens[cursor.at];
  const headSpan = { start: head?.start ?? 0, end: head?.end ?? 0 };
  cursor.at += 2;
  const key = readValue(cursor);
  let subkey: Value | null = null;
  if (cursor.tokens[cursor.at]?.kind === 'comma') {
    cursor.at += 1;
    subkey = readValue(cursor);
  }
  const close = cursor.tokens[cursor.at];
  if (close?.kind !== 'close') return fail(cursor, subkey === null ? `',' or ')'` : `')'`);
  cursor.at += 1;
  return { kind: 'hasKey', headSpan, key, subkey, span: { start: headSpan.start, end: close.end } };
}
