import { describe, expect, it } from 'vitest';
import { keysBetween, movedRow, toggled } from './selection.ts';

describe('keysBetween', () => {
  it('goes both ways and leaves out rows that are not loaded', () => {
    const loaded = ['a', undefined, 'c', 'd'];
    expect(keysBetween((index) => loaded[index], 3, 0)).toEqual(['a', 'c', 'd']);
  });
});

describe('toggled', () => {
  it('adds and takes away without touching the set given', () => {
    const before = new Set(['a']);
    expect(toggled(before, 'b')).toEqual(new Set(['a', 'b']));
    expect(toggled(before, 'a')).toEqual(new Set());
    expect(before).toEqual(new Set(['a']));
  });
});

describe('movedRow', () => {
  it('stops at both ends', () => {
    expect(movedRow('ArrowUp', 0, 10, 5)).toBe(0);
    expect(movedRow('PageDown', 7, 10, 5)).toBe(9);
    expect(movedRow('End', 0, 0, 5)).toBe(0);
  });

  it('leaves other keys alone', () => {
    expect(movedRow('x', 3, 10, 5)).toBeNull();
  });
});
