import { describe, expect, it } from 'vitest';
import { plainColour } from './drawing-file.ts';

describe('plainColour', () => {
  it.each([
    ['color(srgb 1 0.5 0)', 'rgb(255, 128, 0)'],
    ['color(srgb 0 0 0 / 0.4)', 'rgba(0, 0, 0, 0.4)'],
    ['color(srgb 1e-3 0.2 1)', 'rgb(0, 51, 255)'],
    ['rgb(1, 2, 3)', 'rgb(1, 2, 3)'],
    ['url("#a")', 'url("#a")'],
  ])('writes %s as %s', (value, plain) => {
    expect(plainColour(value)).toBe(plain);
  });
});
