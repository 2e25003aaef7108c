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

  it('takes at most 500 steps for each character, and refuses what would take more', () => {
    const text = 'a'.repeat(20_000);
    // 100 times a set and two others: 300 steps at each of 20,001 places, and the few around them.
    for (const source of ['[^x]{0,100}y', '(a|b|c|d|e){0,20}x', String.raw`(\w|\W|[é]){0,35}é`]) {
      const compiled = compileRegex(source, true);
      if (!compiled.ok) throw new Error(compiled.message);
      let steps = 0;
      expect(compiled.test(text, { spend: (more) => (steps += more) })).toBe(false);
      expect(steps).toBeGreaterThan(1_000_000);
      expect(steps).toBeLessThan(500 * 20_001);
    }
    expect(compileRegex('[^x]{0,100}'.repeat(2), true)).toMatchObject({ ok: false });
  });

  it.each([
    '^(a+)+$',
    '^(a|aa)+$',
    '^(a|a?)+$',
    '(a*)*b',
    '(.*a){20}b',
    '^(([a-z])+.)+[A-Z]([a-z])+$',
    String.raw`(x+x+)+y`,
    String.raw`^(\w+\s?)*$`,
    String.raw`(\d|\d\d)*!`,
    '(a|b|ab)*c',
    '((a{0,20}){0,20}){0,20}b',
    '.*.*.*.*.*.*.*.*.*=.*',
    '(?=a)b',
    String.raw`(a)\1`,
  ])('is not led astray by %s', (source) => {
    const compiled = compileRegex(source, true);
    if (!compiled.ok) return expect(compiled.message).toMatch(/\w{3}/);
    let steps = 0;
    compiled.test('a'.repeat(100_000), { spend: (more) => (steps += more) });
    expect(steps).toBeLessThan(500 * 100_001);
  });

  it('stops at once when its budget is used up', () => {
    const compiled = compileRegex('[^x]{0,100}y', false);
    if (!compiled.ok) throw new Error(compiled.message);
    let left = 10_000;
    const spend = (steps: number) => {
      left -= steps;
      if (left < 0) throw new Error('used up');
    };
    expect(() => compiled.test('a'.repeat(1e6), { spend })).toThrow('used up');
    expect(left).toBeGreaterThan(-500);
  });

  it('reads escapes by code', () => {
    expect(testOf(String.raw`\x41\u00e4`)('Aä')).toBe(true);
    expect(testOf('^.$')('💾')).toBe(true);
  });
});
