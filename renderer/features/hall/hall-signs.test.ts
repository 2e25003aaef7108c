import { expect, it } from 'vitest';
import { fittingText } from './hall-signs.ts';

it('writes the name of a row in full, short or not at all, so that it never runs into the racks beside it', () => {
  const tenEach = (text: string) => text.length * 10;
  expect(fittingText(['Row A', 'A'], 50, tenEach)).toBe('Row A');
  expect(fittingText(['Row A', 'A'], 49, tenEach)).toBe('A');
  expect(fittingText(['Row A', 'A'], 9, tenEach)).toBe('');
});
