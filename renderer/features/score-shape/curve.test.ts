import { expect, test } from 'vitest';
import { UTILISATION_SHAPES } from '../../../shared/rules/utilisation-score.ts';
import { curveInWords, curveLine, placeOf } from './curve.ts';

const SIZE = { width: 200, height: 50 };

test('60 % and 100 points lie at 0.6 × 200 and at the top', () => {
  expect(placeOf(0.6, 100, SIZE)).toEqual([120, 0]);
  expect(placeOf(0.25, 20, SIZE)).toEqual([50, 40]);
});

test('the line goes through every point and is level beyond the first and the last', () => {
  expect(curveLine(UTILISATION_SHAPES.target, SIZE)).toBe('0,50 0,50 120,0 140,0 200,50 200,50');
  expect(curveLine([{ utilisation: 0.5, score: 80 }], SIZE)).toBe('0,10 100,10 200,10');
});

test('the points are said in words', () => {
  expect(curveInWords(UTILISATION_SHAPES.pack)).toBe('0 points at 0 % used, 100 points at 100 % used');
});
