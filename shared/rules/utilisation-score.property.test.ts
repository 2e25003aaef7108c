import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shapeProblems } from '../domain/score-shape.ts';
import { UTILISATION_SHAPES, scoreOf, utilisationsScoring, type UtilisationShape } from './utilisation-score.ts';

const RUNS = { numRuns: 2_000 };
const share = fc.double({ min: 0, max: 1, noNaN: true });
const shape: fc.Arbitrary<UtilisationShape> = fc
  .uniqueArray(fc.tuple(share, fc.double({ min: 0, max: 100, noNaN: true })), {
    minLength: 1,
    maxLength: 6,
    selector: ([utilisation]) => utilisation,
  })
  .map((points) =>
    points.toSorted(([left], [right]) => left - right).map(([utilisation, score]) => ({ utilisation, score })),
  )
  .filter((points) =>
    points.every((entry, index) => index === 0 || entry.utilisation - (points[index - 1]?.utilisation ?? 0) > 1e-6),
  );

test('1: a shape without problems scores between 0 and 100, never NaN', () => {
  fc.assert(
    fc.property(shape, share, (points, utilisation) => {
      expect(shapeProblems(points)).toEqual([]);
      const score = scoreOf(utilisation, points);
      expect(score >= -1e-9 && score <= 100 + 1e-9).toBe(true);
    }),
    RUNS,
  );
});

test('2: the target shape is 100 exactly from 0.60 to 0.70, within 1e-9', () => {
  fc.assert(
    fc.property(share, (utilisation) => {
      const full = scoreOf(utilisation, UTILISATION_SHAPES.target) === 100;
      if (utilisation >= 0.6 && utilisation <= 0.7) expect(full).toBe(true);
      if (utilisation < 0.6 - 1e-9 || utilisation > 0.7 + 1e-9) expect(full).toBe(false);
    }),
    RUNS,
  );
});

test('3: the target shape never falls below 0.60 and never rises above 0.70', () => {
  fc.assert(
    fc.property(share, share, (one, other) => {
      const [left, right] = [Math.min(one, other), Math.max(one, other)];
      const [low, high] = [scoreOf(left, UTILISATION_SHAPES.target), scoreOf(right, UTILISATION_SHAPES.target)];
      if (right <= 0.6) expect(low).toBeLessThanOrEqual(high);
      if (left >= 0.7) expect(low).toBeGreaterThanOrEqual(high);
    }),
    RUNS,
  );
});

test('no utilisation outside the range for a score reaches that score', () => {
  fc.assert(
    fc.property(shape, share, fc.double({ min: 0, max: 100, noNaN: true }), (points, utilisation, wanted) => {
      const [low, high] = utilisationsScoring(points, wanted);
      if (scoreOf(utilisation, points) < wanted) return;
      expect(utilisation).toBeGreaterThanOrEqual(low - 1e-9);
      expect(utilisation).toBeLessThanOrEqual(high + 1e-9);
    }),
    RUNS,
  );
});
