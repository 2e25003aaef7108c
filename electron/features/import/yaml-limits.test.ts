import { describe, expect, it } from 'vitest';
import { readYaml } from './yaml-document.ts';

/** `a0` holds nine texts, each further list nine times the one before: 9^10 values in a few hundred bytes. */
function aliasBomb(levels: number): string {
  const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x]'];
  for (let level = 1; level < levels; level += 1) {
    lines.push(`a${level}: &a${level} [${Array.from({ length: 9 }, () => `*a${level - 1}`).join(', ')}]`);
  }
  return `${lines.join('\n')}\n`;
}

function refusal(text: string): { line: number; reason: string } {
  const reading = readYaml(text);
  if (reading.ok) throw new Error('The text was read.');
  return reading;
}

describe('expansion', () => {
  it('refuses an alias bomb on the line where it passes a million values', () => {
    // Line n holds about 9^n × 1.125 values with what it repeats; 9^6 = 531,441 fits, 9^7 = 4,782,969 does not.
    expect(refusal(aliasBomb(10))).toEqual({
      ok: false,
      line: 7,
      reason: 'The file holds more than 1,000,000 values, repetitions through aliases included.',
    });
  });

  it('reads modest repetition', () => {
    expect(readYaml(aliasBomb(3)).ok).toBe(true);
  });

  it('refuses a million values written out', () => {
    expect(refusal('-\n'.repeat(1_000_001)).reason).toContain('1,000,000 values');
    expect(refusal(`[${'x,'.repeat(1_000_001)}]`).reason).toContain('1,000,000 values');
  });

  it('refuses a file of nothing but empty lines', () => {
    expect(refusal('\n'.repeat(5_000_001)).reason).toContain('too many YAML tokens');
  });
});

describe('depth', () => {
  it.each([
    ['flow lists', `${'['.repeat(100)}${']'.repeat(100)}`, `${'['.repeat(101)}${']'.repeat(101)}`],
    ['block lists', `${'- '.repeat(100)}x`, `${'- '.repeat(101)}x`],
    ['flow maps', `${'{a: '.repeat(100)}1${'}'.repeat(100)}`, `${'{a: '.repeat(101)}1${'}'.repeat(101)}`],
  ])('reads 100 nested %s and refuses 101', (_name, allowed, tooDeep) => {
    expect(readYaml(allowed).ok).toBe(true);
    expect(refusal(tooDeep).reason).toBe('Lists and maps are nested deeper than 100 levels.');
  });

  it('counts the depth that aliases add', () => {
    const chain = Array.from({ length: 99 }, (_, index) => `a${index + 1}: &a${index + 1} [*a${index}]`);
    // a0 is 1 deep, a99 is 100 deep, and the map around them makes 101.
    const tooDeep = ['a0: &a0 [x]', ...chain].join('\n');
    expect(refusal(tooDeep)).toEqual({
      ok: false,
      line: 100,
      reason: 'Lists and maps are nested deeper than 100 levels.',
    });
    expect(readYaml(['a0: &a0 [x]', ...chain.slice(0, -1)].join('\n')).ok).toBe(true);
  });

  it.each([
    ['[', 100_000],
    ['{a: ', 100_000],
    ['- ', 100_000],
    ['? ', 100_000],
    [']', 100_000],
    ['&a ', 100_000],
    ['!a ', 100_000],
    ['[,', 100_000],
    ['---\n', 100_000],
  ])('refuses %j a hundred thousand times within two seconds', (piece, times) => {
    const started = performance.now();
    expect(refusal(piece.repeat(times)).reason).toMatch(/\.$/);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
