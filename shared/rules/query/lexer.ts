import { syntaxFailure } from './failure.ts';
import type { ExpressionFailure } from './failure.ts';

export type TokenKind = 'word' | 'quoted' | 'regex' | 'operator' | 'comma' | 'open' | 'close' | 'end';

/** `text` is the content: a quoted token's without quotes and escapes, a regex token's pattern without its slashes. */
export interface Token {
  kind: TokenKind;
  text: string;
  /** True where the grammar wants an argument: right of an operator, of an argument's comma, inside haskey(). */
  asValue: boolean;
  /** Only on regex tokens. */
  flags: string;
  /** True if no blank lies between this token and the one before. */
  glued: boolean;
  start: number;
  end: number;
}

export interface LexResult {
  /** All tokens up to the first failure, closed by an `end` token. */
  tokens: readonly Token[];
  failure: ExpressionFailure | null;
}

interface Reading {
  text: string;
  tokens: Token[];
  /** What a word at the current place is: a term, or an argument (of a predicate whose key ends at `=` or not). */
  mode: 'term' | 'key' | 'value';
  inArgument: boolean;
}

const BLANK = /\s/u;
const OPERATORS = ['<=', '>=', '!=', '<', '>', '=', ':'];
const SINGLE_CHARACTER_KINDS: Readonly<Record<string, TokenKind>> = { '(': 'open', ')': 'close', ',': 'comma' };

/**
 * Cuts an expression into tokens in one pass. What ends a word depends on where it stands: a term ends at an operator,
 * an argument may hold `:`, `/`, `=` and `<` (addresses, prefixes), the key of `tag:` and `attr:` ends at `=`.
 */
export function lex(text: string): LexResult {
  const reading: Reading = { text, tokens: [], mode: 'term', inArgument: false };
  let position = 0;
  let glued = false;
  while (position < text.length) {
    if (BLANK.test(text.charAt(position))) {
      position += 1;
      glued = false;
      continue;
    }
    const token = readToken(reading, position);
    if ('code' in token) return { tokens: [...reading.tokens, endToken(position)], failure: token };
    const complete = { ...token, glued, asValue: reading.mode !== 'term' };
    reading.tokens.push(complete);
    follow(reading, complete);
    position = token.end;
    glued = true;
  }
  return { tokens: [...reading.tokens, endToken(text.length)], failure: null };
}

type BareToken = Omit<Token, 'glued' | 'asValue'>;

function endToken(position: number): Token {
  return { kind: 'end', text: '', flags: '', glued: false, asValue: false, start: position, end: position };
}

function readToken(reading: Reading, start: number): BareToken | ExpressionFailure {
  const character = reading.text.charAt(start);
  const single = SINGLE_CHARACTER_KINDS[character];
  if (single !== undefined) return { kind: single, text: character, flags: '', start, end: start + 1 };
  if (character === '"') return readQuoted(reading.text, start);
  if (character === '/') return readRegex(reading.text, start);
  const operator = operatorFor(reading, start);
  if (operator !== undefined)
    return { kind: 'operator', text: operator, flags: '', start, end: start + operator.length };
  return readWord(reading, start);
}

/** Says how the next word is to be read, once `token` is known. */
function follow(reading: Reading, token: Token): void {
  const before = reading.tokens.at(-2);
  if (token.kind === 'operator') {
    const keyed = token.text === ':' && !token.asValue && before?.kind === 'word' && /^(tag|attr)$/iu.test(before.text);
    reading.mode = keyed ? 'key' : 'value';
  } else if (token.kind === 'comma') {
    reading.mode = reading.inArgument ? 'value' : 'term';
  } else if (token.kind === 'open') {
    reading.mode = before?.kind === 'word' && isHasKey(before) ? 'value' : 'term';
  } else if (reading.mode !== 'key' || !endsKey(reading.text, token.end)) {
    reading.mode = 'term';
  }
  if (token.kind === 'operator') reading.inArgument = true;
  else if (token.kind === 'open') reading.inArgument = reading.mode === 'value';
  else if (token.kind === 'close' || (token.kind !== 'comma' && !token.asValue)) reading.inArgument = false;
}

export function isHasKey(token: Token): boolean {
  return !token.asValue && token.text.toLowerCase() === 'haskey';
}

function operatorFor(reading: Reading, position: number): string | undefined {
  if (reading.mode === 'value') return undefined;
  return reading.mode === 'term' || endsKey(reading.text, position) ? operatorAt(reading.text, position) : undefined;
}

function operatorAt(text: string, position: number): string | undefined {
  return OPERATORS.find((operator) => text.startsWith(operator, position));
}

function endsKey(text: string, position: number): boolean {
  return text.startsWith('=', position) || text.startsWith('!=', position);
}

function readWord(reading: Reading, start: number): BareToken {
  let end = start;
  while (end < reading.text.length && !endsWord(reading, end)) end += 1;
  return { kind: 'word', text: reading.text.slice(start, end), flags: '', start, end };
}

function endsWord(reading: Reading, position: number): boolean {
  const character = reading.text.charAt(position);
  if (BLANK.test(character) || '(),"'.includes(character)) return true;
  if (reading.mode === 'value') return false;
  if (reading.mode === 'key') return endsKey(reading.text, position);
  return operatorAt(reading.text, position) !== undefined;
}

function readQuoted(text: string, start: number): BareToken | ExpressionFailure {
  let content = '';
  for (let position = start + 1; position < text.length; position += 1) {
    const character = text.charAt(position);
    if (character === '"') return { kind: 'quoted', text: content, flags: '', start, end: position + 1 };
    const next = text.charAt(position + 1);
    if (character === '\\' && (next === '"' || next === '\\')) {
      content += next;
      position += 1;
    } else {
      content += character;
    }
  }
  return syntaxFailure(`this quote is never closed, expected '"'`, start, text.length - start);
}

function readRegex(text: string, start: number): BareToken | ExpressionFailure {
  let pattern = '';
  for (let position = start + 1; position < text.length; position += 1) {
    const character = text.charAt(position);
    if (character === '/') {
      const flags = /^[a-z]*/iu.exec(text.slice(position + 1, position + 12))?.[0] ?? '';
      return { kind: 'regex', text: pattern, flags, start, end: position + 1 + flags.length };
    }
    if (character === '\\' && position + 1 < text.length) {
      const next = text.charAt(position + 1);
      pattern += next === '/' ? next : character + next;
      position += 1;
    } else {
      pattern += character;
    }
  }
  return syntaxFailure(`this regex is never closed, expected '/'`, start, text.length - start);
}
