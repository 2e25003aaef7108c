/** A sheet of A4 with labels in a grid, as its maker describes it. */
export interface LabelSheet {
  readonly columns: number;
  readonly rows: number;
  readonly labelWidthMm: number;
  readonly labelHeightMm: number;
  readonly gapXMm: number;
  readonly gapYMm: number;
  readonly marginLeftMm: number;
  readonly marginTopMm: number;
}

/** Where one of the labels, by its number from 0, lies on a page. */
export interface LabelPlace {
  readonly index: number;
  readonly xMm: number;
  readonly yMm: number;
}

export const A4 = { widthMm: 210, heightMm: 297 };

/** Sizes the makers of sheets give. */
export const LABEL_SHEETS: readonly { readonly value: string; readonly label: string; readonly sheet: LabelSheet }[] = [
  {
    value: '3x7',
    label: '63.5 × 38.1 mm, 21 on A4',
    sheet: {
      columns: 3,
      rows: 7,
      labelWidthMm: 63.5,
      labelHeightMm: 38.1,
      gapXMm: 2.5,
      gapYMm: 0,
      marginLeftMm: 7.25,
      marginTopMm: 15.15,
    },
  },
  {
    value: '5x13',
    label: '38.1 × 21.2 mm, 65 on A4',
    sheet: {
      columns: 5,
      rows: 13,
      labelWidthMm: 38.1,
      labelHeightMm: 21.2,
      gapXMm: 2.5,
      gapYMm: 0,
      marginLeftMm: 4.75,
      marginTopMm: 10.7,
    },
  },
  {
    value: '2x7',
    label: '99.1 × 38.1 mm, 14 on A4',
    sheet: {
      columns: 2,
      rows: 7,
      labelWidthMm: 99.1,
      labelHeightMm: 38.1,
      gapXMm: 2.5,
      gapYMm: 0,
      marginLeftMm: 4.65,
      marginTopMm: 15.15,
    },
  },
];

function extent(margin: number, count: number, size: number, gap: number): number {
  return margin + count * size + (count - 1) * gap;
}

/** What keeps the labels off the paper, as a sentence; null: they all lie on it. */
export function sheetProblem(sheet: LabelSheet): string | null {
  const width = extent(sheet.marginLeftMm, sheet.columns, sheet.labelWidthMm, sheet.gapXMm);
  const height = extent(sheet.marginTopMm, sheet.rows, sheet.labelHeightMm, sheet.gapYMm);
  // A tenth of a micrometre is the arithmetic's, not the paper's.
  if (width > A4.widthMm + 1e-4)
    return `${sheet.columns} columns end ${width.toFixed(1)} mm from the left; A4 is ${A4.widthMm} mm wide.`;
  if (height > A4.heightMm + 1e-4)
    return `${sheet.rows} rows end ${height.toFixed(1)} mm from the top; A4 is ${A4.heightMm} mm high.`;
  return null;
}

/**
 * Places labels row by row, page by page.
 * @param first which label of the first sheet is used first, from 1: sheets begun before are used up
 */
export function sheetPages(sheet: LabelSheet, count: number, first: number): readonly (readonly LabelPlace[])[] {
  const perPage = sheet.columns * sheet.rows;
  const skipped = Math.min(Math.max(1, first), perPage) - 1;
  const pages = Math.ceil((count + skipped) / perPage);
  return Array.from({ length: count === 0 ? 0 : pages }, (_, page) =>
    Array.from({ length: perPage }, (_cell, cell) => ({
      index: page * perPage + cell - skipped,
      xMm: sheet.marginLeftMm + (cell % sheet.columns) * (sheet.labelWidthMm + sheet.gapXMm),
      yMm: sheet.marginTopMm + Math.floor(cell / sheet.columns) * (sheet.labelHeightMm + sheet.gapYMm),
    })).filter(({ index }) => index >= 0 && index < count),
  );
}
