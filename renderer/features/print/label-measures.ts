import type { CodeDrawing } from './code-drawing.ts';

export type CodeKind = 'qr' | 'bar';

export const LABEL_PADDING_MM = 1;
export const LINE_FACTOR = 1.2;
const BAR_SHARE = 0.45;
const LARGEST_TEXT_MM = 4;

/** Light that readers need around a code: 4 modules of 2 dots for QR, 10 dots beside the bars of Code 128. */
export const QUIET_DOTS: Readonly<Record<CodeKind, { readonly x: number; readonly y: number }>> = {
  qr: { x: 8, y: 8 },
  bar: { x: 10, y: 0 },
};

/** The finest dot that common readers still read: half of a 0.25 mm module of QR; a bar of 7.5 mil. */
const FINEST_DOT_MM: Readonly<Record<CodeKind, number>> = { qr: 0.125, bar: 0.19 };

export interface LabelMeasures {
  /** With the quiet zone. */
  readonly codeWidthMm: number;
  readonly codeHeightMm: number;
  readonly textMm: number;
}

/** How a label of a size is shared between its code and `lines` texts: a QR code beside them, bars below them. */
export function labelMeasures(kind: CodeKind, lines: number, widthMm: number, heightMm: number): LabelMeasures {
  const [width, height] = [widthMm - 2 * LABEL_PADDING_MM, heightMm - 2 * LABEL_PADDING_MM];
  const side = Math.min(height, width / 2);
  const bars = { codeWidthMm: width, codeHeightMm: height * BAR_SHARE };
  const code = kind === 'qr' ? { codeWidthMm: side, codeHeightMm: side } : bars;
  // Beside a QR code there is little width: every text may take two lines.
  const rowHeight = kind === 'qr' ? height / (2 * lines) : (height * (1 - BAR_SHARE)) / lines;
  return { ...code, textMm: Math.min(LARGEST_TEXT_MM, rowHeight / LINE_FACTOR) };
}

/** Whether a reader can tell the code's dots apart at a width that includes the quiet zone. */
export function isReadable(kind: CodeKind, drawing: CodeDrawing, codeWidthMm: number): boolean {
  return codeWidthMm / (drawing.width + 2 * QUIET_DOTS[kind].x) >= FINEST_DOT_MM[kind];
}
