import { expect, test } from 'vitest';
import { UTILISATION_SHAPES, pointsOf, scoreOf, utilisationsScoring } from './utilisation-score.ts';

test.each([
  ['target', 0, 0],
  ['target', 0.35, (100 * 0.35) / 0.6],
  ['target', 0.6, 100],
  ['target', 0.7, 100],
  ['target', 0.9, (100 * (1 - 0.9)) / 0.3],
  ['target', 1, 0],
  ['classic', 0, 100 - 100 * 0.65],
  ['classic', 0.35, 100 - 100 * 0.3],
  ['classic', 0.65, 100],
  ['classic', 0.9, 100 - 100 * 0.25],
  ['pack', 0.42, 42],
  ['spread', 0.42, 58],
] as const)('the shape %s scores %f as %f', (name, utilisation, score) => {
  expect(scoreOf(utilisation, UTILISATION_SHAPES[name])).toBeCloseTo(score, 9);
});

test('beyond its first and last point a shape stays constant', () => {
  const shape = [
    { utilisation: 0.2, score: 10 },
    { utilisation: 0.4, score: 90 },
  ];
  expect([0, 0.3, 0.9].map((utilisation) => Math.round(scoreOf(utilisation, shape)))).toEqual([10, 50, 90]);
});

test('the range for a score: 50 is reached from 0.3 = 0.6 · 50/100 up to 0.85 = 1 - 0.3 · 50/100', () => {
  const [low, high] = utilisationsScoring(UTILISATION_SHAPES.target, 50);
  expect([low, high]).toEqual([expect.closeTo(0.3, 12), expect.closeTo(0.85, 12)]);
  expect(utilisationsScoring(UTILISATION_SHAPES.classic, 101)).toEqual([Infinity, -Infinity]);
});

test("a shape is a name or points of one's own", () => {
  const own = [{ utilisation: 0.5, score: 80 }];
  expect(pointsOf('pack')).toEqual([
    { utilisation: 0, score: 0 },
    { utilisation: 1, score: 100 },
  ]);
  expect(pointsOf(own)).toBe(own);
});
