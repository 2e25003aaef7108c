/** Characters as inclusive code point ranges; `negated` turns the set round. */
export interface CharacterSet {
  negated: boolean;
  ranges: readonly (readonly [number, number])[];
}

export type RegexNode =
  | { kind: 'set'; set: CharacterSet }
  | { kind: 'assertion'; which: 'start' | 'end' | 'boundary' | 'noBoundary' }
  | { kind: 'sequence'; parts: readonly RegexNode[] }
  | { kind: 'choice'; options: readonly RegexNode[] }
  | { kind: 'repeat'; body: RegexNode; minimum: number; maximum: number };

export type RegexParse = { ok: true; node: RegexNode } | { ok: false; message: string; offset: number };

export const REGEX_LENGTH_LIMIT = 200;
const COUNT_LIMIT = 100;

class RegexRefusal extends Error {
  readonly offset: number;

  constructor(message: string, offset: number) {
    super(message);
    this.offset = offset;
  }
}

interface Scanner {
  readonly characters: readonly string[];
  at: number;
}

const LAST_CODE_POINT = 0x10ffff;
const DIGIT: CharacterSet['ranges'] = [[0x30, 0x39]];
const WORD: CharacterSet['ranges'] = [[0x30, 0x39], [0x41, 0x5a], [0x5f, 0x5f], [0x61, 0x7a]]; // prettier-ignore
const SPACE: CharacterSet['ranges'] = [[9, 13], [0x20, 0x20], [0xa0, 0xa0], [0x1680, 0x1680], [0x2000, 0x200a], [0x2028, 0x2029], [0x202f, 0x202f], [0x205f, 0x205f], [0x3000, 0x3000], [0xfeff, 0xfeff]]; // prettier-ignore
const LINE_ENDS: CharacterSet['ranges'] = [[10, 10], [13, 13], [0x2028, 0x2029]]; // prettier-ignore
const CLASSES: Readonly<Record<string, CharacterSet['ranges']>> = { d: DIGIT, w: WORD, s: SPACE };
const CONTROLS: Readonly<Record<string, number>> = { t: 9, n: 10, v: 11, f: 12, r: 13 };

/**
 * Reads the part of the JavaScript regex language that can be matched in linear time. Refused, each with a sentence:
 * look-around, references back, repeats of repeats, more than 200 characters.
 */
export function parseRegex(pattern: string): RegexParse {
  if (pattern.length > REGEX_LENGTH_LIMIT) {
    return { ok: false, message: `a regex may have at most ${REGEX_LENGTH_LIMIT} characters`, offset: 0 };
  }
  const scanner: Scanner = { characters: Array.from(pattern), at: 0 };
  try {
    const node = readChoice(scanner);
    if (scanner.at < scanner.characters.length) throw new RegexRefusal(`the regex has a ')' without '('`, scanner.at);
    return { ok: true, node };
  } catch (refusal) {
    if (refusal instanceof RegexRefusal) return { ok: false, message: refusal.message, offset: refusal.offset };
    throw refusal;
  }
}

function peek(scanner: Scanner): string {
  return scanner.characters[scanner.at] ?? '';
}

function take(scanner: Scanner): string {
  const character = peek(scanner);
  scanner.at += 1;
  return character;
}

function takeIf(scanner: Scanner, text: string): boolean {
  const found = Array.from(text).every((character, index) => scanner.characters[scanner.at + index] === character);
  if (found) scanner.at += text.length;
  return found;
}

function readChoice(scanner: Scanner): RegexNode {
  const options = [readSequence(scanner)];
  while (takeIf(scanner, '|')) options.push(readSequence(scanner));
  const only = options.length === 1 ? options[0] : undefined;
  return only ?? { kind: 'choice', options };
}

function readSequence(scanner: Scanner): RegexNode {
  const parts: RegexNode[] = [];
  while (peek(scanner) !== '' && peek(scanner) !== '|' && peek(scanner) !== ')') {
    parts.push(readQuantified(scanner));
  }
  return { kind: 'sequence', parts };
}

function readQuantified(scanner: Scanner): RegexNode {
  const body = readAtom(scanner);
  const start = scanner.at;
  const counts = readQuantifier(scanner);
  if (counts === null) return body;
  takeIf(scanner, '?');
  if (body.kind === 'assertion') throw new RegexRefusal('the regex repeats something that has no length', start);
  if (readQuantifier(scanner) !== null) throw new RegexRefusal('the regex repeats a repetition', start);
  if (counts.maximum > 1 && hasRepeat(body)) {
    throw new RegexRefusal('the regex repeats a group that itself repeats, which can take for ever', start);
  }
  return { kind: 'repeat', body, ...counts };
}

function readQuantifier(scanner: Scanner): { minimum: number; maximum: number } | null {
  const start = scanner.at;
  if (takeIf(scanner, '*')) return { minimum: 0, maximum: Infinity };
  if (takeIf(scanner, '+')) return { minimum: 1, maximum: Infinity };
  if (takeIf(scanner, '?')) return { minimum: 0, maximum: 1 };
  if (peek(scanner) !== '{') return null;
  const found = /^\{(\d+)(,?)(\d*)\}/u.exec(scanner.characters.slice(start, start + 16).join(''));
  if (found === null) return null;
  const [whole, low = '', comma, high = ''] = found;
  const minimum = Number(low);
  const upper = high === '' ? Infinity : Number(high);
  const maximum = comma === '' ? minimum : upper;
  if (maximum < minimum) throw new RegexRefusal('the regex has a count whose end is below its start', start);
  if (minimum > COUNT_LIMIT || (maximum > COUNT_LIMIT && maximum !== Infinity)) {
    throw new RegexRefusal(`a count in a regex may be at most ${COUNT_LIMIT}`, start);
  }
  scanner.at += whole.length;
  return { minimum, maximum };
}

function hasRepeat(node: RegexNode): boolean {
  if (node.kind === 'repeat') return node.maximum > 1 || hasRepeat(node.body);
  if (node.kind === 'sequence') return node.parts.some(hasRepeat);
  return node.kind === 'choice' && node.options.some(hasRepeat);
}

function readAtom(scanner: Scanner): RegexNode {
  const start = scanner.at;
  const character = take(scanner);
  if (character === '(') return readGroup(scanner, start);
  if (character === '[') return { kind: 'set', set: readClass(scanner, start) };
  if (character === '^') return { kind: 'assertion', which: 'start' };
  if (character === '$') return { kind: 'assertion', which: 'end' };
  if (character === '.') return { kind: 'set', set: { negated: true, ranges: LINE_ENDS } };
  if (character === '\\') {
    if (takeIf(scanner, 'b')) return { kind: 'assertion', which: 'boundary' };
    if (takeIf(scanner, 'B')) return { kind: 'assertion', which: 'noBoundary' };
    return { kind: 'set', set: readEscape(scanner, start) };
  }
  if ('*+?'.includes(character)) throw new RegexRefusal(`the regex has a '${character}' with nothing to repeat`, start);
  return { kind: 'set', set: only(character.codePointAt(0) ?? 0) };
}

function only(codePoint: number): CharacterSet {
  return { negated: false, ranges: [[codePoint, codePoint]] };
}

function readGroup(scanner: Scanner, start: number): RegexNode {
  if (takeIf(scanner, '?') && !takeIf(scanner, ':')) {
    throw new RegexRefusal('look-ahead, look-behind and named groups are not supported in a regex', start);
  }
  const node = readChoice(scanner);
  if (!takeIf(scanner, ')')) throw new RegexRefusal(`the regex has a '(' without ')'`, start);
  return node;
}

function readEscape(scanner: Scanner, start: number): CharacterSet {
  const character = take(scanner);
  const ranges = CLASSES[character.toLowerCase()];
  if (ranges !== undefined) return { negated: character !== character.toLowerCase(), ranges };
  const control = CONTROLS[character];
  if (control !== undefined) return only(control);
  if (/[1-9k]/u.test(character)) throw new RegexRefusal('references back are not supported in a regex', start);
  if (character === 'x' || character === 'u') return only(readHex(scanner, character === 'x' ? 2 : 4, start));
  if (/[a-z0]/iu.test(character)) throw new RegexRefusal(`the regex escape '\\${character}' is not supported`, start);
  if (character === '') throw new RegexRefusal('the regex ends with a single backslash', start);
  return only(character.codePointAt(0) ?? 0);
}

function readHex(scanner: Scanner, digits: number, start: number): number {
  const text = scanner.characters.slice(scanner.at, scanner.at + digits).join('');
  if (text.length !== digits || !/^[0-9a-f]+$/iu.test(text)) {
    throw new RegexRefusal(`the regex escape needs ${digits} hexadecimal digits`, start);
  }
  scanner.at += digits;
  return Number.parseInt(text, 16);
}

function readClass(scanner: Scanner, start: number): CharacterSet {
  const negated = takeIf(scanner, '^');
  const ranges: (readonly [number, number])[] = [];
  while (!takeIf(scanner, ']')) {
    if (peek(scanner) === '') throw new RegexRefusal(`the regex has a '[' without ']'`, start);
    const low = readClassMember(scanner);
    const single = singleCodePoint(low);
    if (single !== null && peek(scanner) === '-' && !['', ']'].includes(scanner.characters[scanner.at + 1] ?? '')) {
      scanner.at += 1;
      const high = singleCodePoint(readClassMember(scanner));
      if (high === null || high < single) throw new RegexRefusal('the regex has a range that runs backwards', start);
      ranges.push([single, high]);
    } else {
      ranges.push(...(low.negated ? complement(low.ranges) : low.ranges));
    }
  }
  return { negated, ranges };
}

function readClassMember(scanner: Scanner): CharacterSet {
  const start = scanner.at;
  const character = take(scanner);
  if (character !== '\\') return only(character.codePointAt(0) ?? 0);
  return takeIf(scanner, 'b') ? only(8) : readEscape(scanner, start);
}

function singleCodePoint(set: CharacterSet): number | null {
  const [range] = set.ranges;
  return !set.negated && set.ranges.length === 1 && range !== undefined && range[0] === range[1] ? range[0] : null;
}

/** Expects sorted, disjoint ranges, as the three named classes are. */
function complement(ranges: CharacterSet['ranges']): CharacterSet['ranges'] {
  const gaps: (readonly [number, number])[] = [];
  let next = 0;
  for (const [low, high] of ranges) {
    if (low > next) gaps.push([next, low - 1]);
    next = high + 1;
  }
  return [...gaps, [next, LAST_CODE_POINT]];
}
