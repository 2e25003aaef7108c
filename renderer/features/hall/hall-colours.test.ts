import { describe, expect, it } from 'vitest';
import { mixedHex } from './hall-colours.ts';

describe('mixedHex', () => {
  it.each([
    ['#ffffff', '#000000', 1, '#ffffff'],
    ['#ffffff', '#000000', 0, '#000000'],
    // 255 × 0.2 = 51 = 0x33
    ['#ffffff', '#000000', 0.2, '#333333'],
    // 0x10 = 16, 0x20 = 32: the middle is 24 = 0x18
    ['#101010', '#202020', 0.5, '#181818'],
    ['#fff', '#000', 1, '#ffffff'],
  ])('mixes %s into %s', (first, second, share, mixed) => {
    expect(mixedHex(first, second, share)).toBe(mixed);
  });
});
