import { expect, test } from 'vitest';
import { LABEL_SHEETS, sheetPages, sheetProblem, type LabelSheet } from './label-layout.ts';

const SHEET: LabelSheet = {
  columns: 2,
  rows: 3,
  labelWidthMm: 90,
  labelHeightMm: 50,
  gapXMm: 4,
  gapYMm: 2,
  marginLeftMm: 10,
  marginTopMm: 20,
};

test.each(LABEL_SHEETS)('$label fits its paper', ({ sheet }) => {
  expect(sheetProblem(sheet)).toBeNull();
});

test('labels beyond the paper are named with where they end', () => {
  // 10 + 3 × 90 + 2 × 4 = 288; 20 + 6 × 50 + 5 × 2 = 330.
  expect(sheetProblem({ ...SHEET, columns: 3 })).toBe('3 columns end 288.0 mm from the left; A4 is 210 mm wide.');
  expect(sheetProblem({ ...SHEET, rows: 6 })).toBe('6 rows end 330.0 mm from the top; A4 is 297 mm high.');
});

test('labels fill rows from the left, then the next page', () => {
  const pages = sheetPages(SHEET, 7, 1);
  expect(pages.map((places) => places.length)).toEqual([6, 1]);
  // The fourth: second column, 10 + 90 + 4; second row, 20 + 50 + 2.
  expect(pages[0]?.[3]).toEqual({ index: 3, xMm: 104, yMm: 72 });
  expect(pages[1]?.[0]).toEqual({ index: 6, xMm: 10, yMm: 20 });
});

test('a sheet begun before is used from its first free label', () => {
  const pages = sheetPages(SHEET, 3, 5);
  expect(pages.map((places) => places.map(({ index }) => index))).toEqual([[0, 1], [2]]);
  // The fifth of two columns: first column, third row, 20 + 2 × 52.
  expect(pages[0]?.[0]).toEqual({ index: 0, xMm: 10, yMm: 124 });
});

test('no labels need no paper', () => {
  expect(sheetPages(SHEET, 0, 4)).toEqual([]);
});
