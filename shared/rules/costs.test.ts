import { expect, test } from 'vitest';
import { costPerYear } from './costs.ts';

test('a year costs what is stated for it, else twelve months', () => {
  expect(costPerYear('10.25', '100.00')).toBe('100.00');
  // 12 × 10.25
  expect(Number(costPerYear('10.25', null))).toBe(123);
  expect(costPerYear(null, null)).toBe('0');
});
