import { expect, test } from 'vitest';
import { isReadable, labelMeasures } from './label-measures.ts';

test('a QR code takes the height of a label, and two lines for each text are left beside it', () => {
  // Inside 1 mm of padding: 58 × 16; two texts of two lines: 16 / 4 = 4 mm a line, 4 / 1.2 high.
  const { codeWidthMm, codeHeightMm, textMm } = labelMeasures('qr', 2, 60, 18);
  expect([codeWidthMm, codeHeightMm]).toEqual([16, 16]);
  expect(textMm).toBeCloseTo(3.333, 3);
});

test('a QR code takes at most half of the width', () => {
  expect(labelMeasures('qr', 1, 22, 40).codeWidthMm).toBe(10);
});

test('bars take the width and 45 % of the height', () => {
  // 16 × 0.45 = 7.2; 16 × 0.55 = 8.8 for two lines: 4.4 / 1.2.
  const { codeWidthMm, codeHeightMm, textMm } = labelMeasures('bar', 2, 60, 18);
  expect(codeWidthMm).toBe(58);
  expect(codeHeightMm).toBeCloseTo(7.2, 6);
  expect(textMm).toBeCloseTo(3.667, 3);
});

test.each([
  // 66 dots and 2 × 8 of quiet: 82 dots of 0.125 mm are 10.25 mm.
  ['qr', 66, 10.26, true],
  ['qr', 66, 10.24, false],
  // 130 dots and 2 × 10 of quiet: 150 dots of 0.19 mm are 28.5 mm.
  ['bar', 130, 28.51, true],
  ['bar', 130, 28.49, false],
] as const)('a %s code of %d dots on %d mm: readable %s', (kind, width, codeWidthMm, readable) => {
  expect(isReadable(kind, { width, height: 20, path: '' }, codeWidthMm)).toBe(readable);
});
