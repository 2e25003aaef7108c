import { describe, expect, it } from 'vitest';
import { UTILISATION_SHAPES } from '../../../shared/rules/utilisation-score.ts';
import { orderWish, pointsInWords, shapeLabel, tieWords } from './shape-words.ts';

function plain(text: string): string {
  return text.replaceAll('\u00A0', ' ');
}

describe('how a share used becomes points', () => {
  it.each([
    // 100 × 52.98 / 60 = 88.3
    ['target', 0.5298, 'rise evenly from 0 at 0 % used to 100 at 60 %: 100 × 52.98 % / 60 % = 88.3'],
    // 100 − 100 × 20 / 30 = 33.3
    [
      'target',
      0.9,
      'fall evenly from 100 at 70 % used to 0 at 100 %: 100 − 100 × (90 % − 70 %) / (100 % − 70 %) = 33.3',
    ],
    ['target', 0.65, '100, as for all from 60 % to 70 % used'],
    // 35 + 65 × 35 / 65 = 70
    ['classic', 0.35, 'rise evenly from 35 at 0 % used to 100 at 65 %: 35 + 65 × 35 % / 65 % = 70.0'],
    ['pack', 0, '0, as for all up to 0 % used'],
  ] as const)('of %s at %d', (shape, utilisation, words) => {
    expect(plain(pointsInWords(utilisation, UTILISATION_SHAPES[shape]))).toBe(words);
  });

  it('is level before the first and after the last point of a curve', () => {
    const own = [
      { utilisation: 0.2, score: 10 },
      { utilisation: 0.4, score: 90 },
    ];
    expect(plain(pointsInWords(0.1, own))).toBe('10, as for all up to 20 % used');
    expect(plain(pointsInWords(0.9, own))).toBe('90, as for all from 40 % used');
  });
});

describe('what decides between equal scores', () => {
  it.each([
    ['target', 'then the one closest to 65 % full'],
    ['pack', 'then the one closest to 100 % full'],
    ['spread', 'then the one closest to 0 % full'],
    [
      [
        { utilisation: 0.2, score: 10 },
        { utilisation: 0.4, score: 90 },
        { utilisation: 0.5, score: 90 },
        { utilisation: 1, score: 0 },
      ],
      'then the one closest to 45 % full',
    ],
  ] as const)('names the best point of %j', (shape, words) => {
    expect(plain(tieWords(typeof shape === 'string' ? shape : [...shape]).at(-1) ?? '')).toContain(words);
  });
});

describe('the wish of a shape', () => {
  it("is said in plain words, for a curve of one's own too", () => {
    expect(orderWish('target')).toMatch(/^First come the computes that would end 60 to 70 % full/);
    expect(orderWish([{ utilisation: 0.5, score: 1 }])).toContain('the curve under "How it is judged"');
    expect(shapeLabel('spread')).toBe('emptiest is best (spread)');
  });
});
