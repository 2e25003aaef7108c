import { describe, expect, it } from 'vitest';
import { sourceOf, writesText } from './scan-source.ts';

describe('sourceOf', () => {
  it.each([
    [12, 60, 'scanner'], // 5 ms a character
    [12, 360, 'scanner'], // 30 ms a character, the limit
    [12, 361, 'typed'],
    [2, 1, 'typed'], // too short to tell
  ])('%i characters in %i ms are from a %s', (length, elapsed, source) => {
    expect(sourceOf(length, elapsed)).toBe(source);
  });
});

describe('writesText', () => {
  const press = { ctrlKey: false, metaKey: false, altKey: false };
  it('takes characters, but no keys of the program', () => {
    expect(writesText({ ...press, key: 'S' })).toBe(true);
    expect(writesText({ ...press, key: '/' })).toBe(true);
    expect(writesText({ ...press, key: 'k', ctrlKey: true })).toBe(false);
    expect(writesText({ ...press, key: 'Enter' })).toBe(false);
    // Space presses the button that has the focus.
    expect(writesText({ ...press, key: ' ' })).toBe(false);
  });
});
