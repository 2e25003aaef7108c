import { expect, test } from 'vitest';
import { oneLine } from './one-line.ts';

test('a long entry becomes one line of whole characters', () => {
  expect(oneLine(` a\n\nb ${'🙂'.repeat(200)}`, 160)).toBe(`a b ${'🙂'.repeat(155)}…`);
  expect(oneLine(' a\t\u0085b ', 3)).toBe('a b');
});
