import { expect, it } from 'vitest';
import { valueAt } from './value-at.ts';

it('follows keys and indexes, and finds nothing where a value holds nothing of its own', () => {
  const input = { rules: [{ key: 'role' }, null] };
  expect(valueAt(input, ['rules', 0, 'key'])).toBe('role');
  expect(valueAt(input, [])).toBe(input);
  expect(valueAt(input, ['rules', 1, 'key'])).toBeUndefined();
  expect(valueAt(input, ['rules', 2, 'key'])).toBeUndefined();
  expect(valueAt(input, ['toString'])).toBeUndefined();
});
