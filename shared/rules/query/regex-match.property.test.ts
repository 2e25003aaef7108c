import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileRegex } from './regex-match.ts';

const atom = fc.constantFrom('a', 'b', '.', '[ab]', '[^a]', '[a-c1]', String.raw`\d`, String.raw`\W`, String.raw`[\s\D]`, String.raw`\.`, '(a|b)', '(ab|)', '(?:b.)', '^', '$', String.raw`\b`); // prettier-ignore
const repeatable = fc.constantFrom('a', 'b', '.', '[ab]', '[^a]', String.raw`\w`, '(a|b)', '(?:ab|c)');
const quantifier = fc.constantFrom('*', '+', '?', '{2}', '{1,}', '{0,2}', '*?', '+?', '??');
const part = fc.oneof(
  atom,
  fc.tuple(repeatable, quantifier).map(([body, count]) => body + count),
);
const pattern = fc.array(fc.oneof(part, fc.constant('|')), { maxLength: 6 }).map((parts) => parts.join(''));
const subject = fc.array(fc.constantFrom('a', 'b', 'c', 'A', 'B', '1', '.', ' ', '\n', 'ä', 'Ä'), { maxLength: 8 }).map((parts) => parts.join('')); // prettier-ignore

function testOf(source: string, ignoreCase = false): (text: string) => boolean {
  const compiled = compileRegex(source, ignoreCase);
  if (!compiled.ok) throw new Error(compiled.message);
  return compiled.test;
}

describe('compileRegex', () => {
  it("agrees with JavaScript's own RegExp", () => {
    fc.assert(
      fc.property(pattern, subject, fc.boolean(), (source, text, ignoreCase) => {
        expect(testOf(source, ignoreCase)(text)).toBe(new RegExp(source, ignoreCase ? 'i' : '').test(text));
      }),
      { numRuns: 5000 },
    );
  });

  it('stays linear where a backtracking matcher would not end', () => {
    const steps = 'a?'.repeat(60) + 'a'.repeat(60);
    expect(testOf(steps)('a'.repeat(60))).toBe(true);
    expect(testOf('(a|a)'.repeat(30) + 'b')('a'.repeat(10_000))).toBe(false);
    expect(testOf('.*.*.*.*.*.*.*x')('a'.repeat(10_000))).toBe(false);
  });

  it('reads escapes by code', () => {
    expect(testOf(String.raw`\x41\u00e4`)('Aä')).toBe(true);
    expect(testOf('^.$')('💾')).toBe(true);
  });
});
