import { expect, test } from 'vitest';
import { scoreShapeSchema, shapeProblems } from './score-shape.ts';

test('points are refused with the field, the value and what is allowed', () => {
  expect(shapeProblems([])).toEqual([
    { path: 'shape', message: 'The score shape needs at least one point.', allowed: 'one point or more' },
  ]);
  const problems = shapeProblems([
    { utilisation: 0.5, score: 120 },
    { utilisation: 0.5, score: 1 },
    { utilisation: 1.5, score: 1 },
  ]);
  expect(problems.map(({ path, allowed }) => [path, allowed])).toEqual([
    ['shape[0].score', '0 to 100'],
    ['shape[1].utilisation', 'more than 0.5'],
    ['shape[2].utilisation', '0 to 1'],
  ]);
});

test('more than 20 points are refused once, and paths begin with the field they belong to', () => {
  const points = Array.from({ length: 21 }, (_, index) => ({ utilisation: index / 21, score: 50 }));
  expect(shapeProblems(points).map(({ message }) => message)).toEqual([
    'The score shape has 21 points; at most 20 are allowed.',
  ]);
  const [problem] = shapeProblems([{ utilisation: 0.5, score: -1 }], 'scoreShape');
  expect(problem?.path).toBe('scoreShape[0].score');
});

test('a shape is one of the names, or points with nothing else in them', () => {
  expect(scoreShapeSchema.safeParse('classic').success).toBe(true);
  expect(scoreShapeSchema.safeParse('steep').success).toBe(false);
  expect(scoreShapeSchema.safeParse([{ utilisation: 0.5, score: 1 }]).success).toBe(true);
  expect(scoreShapeSchema.safeParse([{ utilisation: 0.5, score: 1, label: 'x' }]).success).toBe(false);
});
