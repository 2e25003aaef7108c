import type { Reading } from '../domain/units.ts';

const MOST_NAMES = 100_000;
const ALLOWED = 'srv[001-040], srv[1,3,5-9] or rack[a-f]';
const BRACKET = /\[(?<list>[^[\]]*)\]/;
const NUMBERS = /^(?<from>\d{1,9})\s*-\s*(?<to>\d{1,9})$/;
const LETTERS = /^(?<from>[a-z])\s*-\s*(?<to>[a-z])$|^(?<FROM>[A-Z])\s*-\s*(?<TO>[A-Z])$/;

function refused(text: string, why: string): Reading<readonly string[]> {
  return { ok: false, message: `'${text}' ${why}; a sequence is written as ${ALLOWED}.`, allowed: ALLOWED };
}

function between(from: number, to: number, write: (value: number) => string): string[] | null {
  if (to < from || to - from >= MOST_NAMES) return null;
  return Array.from({ length: to - from + 1 }, (_, index) => write(from + index));
}

/** `001-040` → 001 … 040, `a-f` → a … f, anything else is itself; null for a range that runs backwards or too far. */
function entriesOf(entry: string): string[] | null {
  const numbers = NUMBERS.exec(entry)?.groups;
  if (numbers) {
    const { from = '', to = '' } = numbers;
    return between(Number(from), Number(to), (value) => String(value).padStart(from.length, '0'));
  }
  const letters = LETTERS.exec(entry)?.groups;
  if (!letters) return [entry];
  const from = letters['from'] ?? letters['FROM'] ?? '';
  const to = letters['to'] ?? letters['TO'] ?? '';
  return between(from.charCodeAt(0), to.charCodeAt(0), (value) => String.fromCharCode(value));
}

/** True for a text that stands for several. */
export function isSequence(text: string): boolean {
  return BRACKET.test(text);
}

/**
 * The texts that a sequence stands for, in order: `srv[001-040]` → srv001 … srv040, zeros kept; `[a-c]` letters,
 * `[1,4-6]` lists; several brackets count like a clock, the last one fastest. A text without brackets is itself.
 * Refuses empty brackets, ranges that run backwards, and more than 100,000 texts.
 */
export function expandSequence(text: string): Reading<readonly string[]> {
  let texts: readonly string[] = [text];
  while (BRACKET.test(texts[0] ?? '')) {
    const list = BRACKET.exec(texts[0] ?? '')?.groups?.['list'] ?? '';
    const entries: string[] = [];
    for (const entry of list.split(',').map((part) => part.trim())) {
      if (entry === '') return refused(text, 'has an empty place in its brackets');
      const values = entriesOf(entry);
      if (values === null) return refused(text, `has the range ${entry}, which runs backwards or too far`);
      entries.push(...values);
    }
    if (entries.length * texts.length > MOST_NAMES) return refused(text, `stands for more than ${MOST_NAMES} names`);
    texts = texts.flatMap((name) => entries.map((entry) => name.replace(BRACKET, () => entry)));
  }
  return { ok: true, value: texts };
}

/**
 * Names by a pattern for `count` machines: a sequence as above, or a text with `{n}` or `{n:3}` (three digits) counted
 * from `first`. Refuses a sequence of fewer names than machines, and a pattern without a number for several machines.
 */
export function namesByPattern(pattern: string, count: number, first = 1): Reading<readonly string[]> {
  const numbered = /\{n(?::(?<digits>\d))?\}/.exec(pattern);
  if (numbered) {
    const digits = Number(numbered.groups?.['digits'] ?? 0);
    const names = Array.from({ length: count }, (_, index) =>
      pattern.replace(numbered[0], String(first + index).padStart(digits, '0')),
    );
    return { ok: true, value: names };
  }
  const names = expandSequence(pattern);
  if (!names.ok) return names;
  if (names.value.length >= count) return { ok: true, value: names.value.slice(0, count) };
  const message = `'${pattern}' gives ${names.value.length} names and ${count} are needed; write for example srv[001-040] or srv{n:3}.`;
  return { ok: false, message, allowed: 'srv[001-040] or srv{n:3}' };
}
