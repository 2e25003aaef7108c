import Papa from 'papaparse';
import { expandSequence, isSequence } from '../../../shared/rules/sequence.ts';

/** A row of the sheet. Rows are never changed in place, so that what was said about one is kept by identity. */
export interface SheetRow {
  readonly key: number;
  /** The stored row that it changes; null: a new one. */
  readonly ref: string | null;
  readonly cells: readonly string[];
  /** The cells as stored; null for a new row. */
  readonly before: readonly string[] | null;
}

export interface CellAt {
  readonly row: number;
  readonly column: number;
}

export interface CellRange {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

let lastKey = 0;

export function newRow(width: number, cells: readonly string[] = []): SheetRow {
  lastKey += 1;
  return { key: lastKey, ref: null, cells: Array.from({ length: width }, (_, at) => cells[at] ?? ''), before: null };
}

export function storedRow(ref: string, cells: readonly string[]): SheetRow {
  lastKey += 1;
  return { key: lastKey, ref, cells, before: cells };
}

export function isBlank(row: SheetRow): boolean {
  return row.ref === null && row.cells.every((cell) => cell.trim() === '');
}

/** Whether there is anything to write for the row. */
export function isDirty(row: SheetRow): boolean {
  return row.before ? row.cells.some((cell, at) => cell !== row.before?.[at]) : !isBlank(row);
}

export function rangeOf(one: CellAt, other: CellAt): CellRange {
  return {
    top: Math.min(one.row, other.row),
    bottom: Math.max(one.row, other.row),
    left: Math.min(one.column, other.column),
    right: Math.max(one.column, other.column),
  };
}

function withCells(row: SheetRow, change: (cell: string, column: number) => string): SheetRow {
  const cells = row.cells.map(change);
  return cells.some((cell, at) => cell !== row.cells[at]) ? { ...row, cells } : row;
}

/** Every cell of the range by what `change` makes of it; rows outside stay the same objects. */
export function changeRange(
  rows: readonly SheetRow[],
  range: CellRange,
  change: (at: CellAt, cell: string) => string,
): readonly SheetRow[] {
  return rows.map((row, at) => {
    if (at < range.top || at > range.bottom) return row;
    return withCells(row, (cell, column) =>
      column < range.left || column > range.right ? cell : change({ row: at, column }, cell),
    );
  });
}

/** Ctrl+D: the top line of the range copied into the lines below it; of a single line, the line above copied into it. */
export function fillDown(rows: readonly SheetRow[], range: CellRange): readonly SheetRow[] {
  const source = range.top === range.bottom ? range.top - 1 : range.top;
  const from = rows[source];
  if (!from) return rows;
  return changeRange(rows, range, ({ column }) => from.cells[column] ?? '');
}

/** What a spreadsheet puts on the clipboard, as lines of cells; quotes around cells with line ends are understood. */
export function clipboardCells(text: string): readonly (readonly string[])[] {
  const lines = Papa.parse(text.replace(/\r?\n$/, ''), { delimiter: '\t' }).data;
  return lines.map((line) => line.map((cell) => cell.trim()));
}

export function clipboardText(rows: readonly SheetRow[], range: CellRange): string {
  const lines = rows.slice(range.top, range.bottom + 1).map(({ cells }) => cells.slice(range.left, range.right + 1));
  return Papa.unparse(lines, { delimiter: '\t', newline: '\n' });
}

/** The column of each header, where the first pasted line is a line of headers; null where it is data. */
export function headerColumns(line: readonly string[], names: readonly (readonly string[])[]): number[] | null {
  const wanted = line.map((header) => header.trim().toLowerCase());
  const columns = wanted.map((header) => names.findIndex((own) => own.some((name) => name.toLowerCase() === header)));
  const known = columns.filter((column) => column >= 0).length;
  return line.length > 1 && known === line.length ? columns : null;
}

/** Pasted cells laid over the sheet from a cell on; rows are added below as needed. Cells beyond the width are lost. */
export function pasteCells(
  rows: readonly SheetRow[],
  at: CellAt,
  lines: readonly (readonly string[])[],
  width: number,
  columns?: readonly number[] | null,
): readonly SheetRow[] {
  const missing = Math.max(0, at.row + lines.length - rows.length);
  const longer = [...rows, ...Array.from({ length: missing }, () => newRow(width))];
  return longer.map((row, index) => {
    const line = lines[index - at.row];
    if (!line) return row;
    const cells = row.cells.slice();
    for (const [offset, cell] of line.entries()) {
      const column = columns ? (columns[offset] ?? -1) : at.column + offset;
      if (column >= 0 && column < width) cells[column] = cell;
    }
    return { ...row, cells };
  });
}

/**
 * A cell of a new row that stands for several, `srv[001-040]`, written out: the row becomes as many, the other cells the
 * same in each. Rows with nothing to write out, and texts that are no right sequence, stay.
 */
export function spreadSequence(rows: readonly SheetRow[], { row: at, column }: CellAt): readonly SheetRow[] {
  const row = rows[at];
  const text = row?.cells[column]?.trim() ?? '';
  if (!row || row.ref !== null || !isSequence(text)) return rows;
  const names = expandSequence(text);
  if (!names.ok || names.value.length < 2) return rows;
  const spread = names.value.map((name) => newRow(row.cells.length, row.cells.with(column, name)));
  return [...rows.slice(0, at), ...spread, ...rows.slice(at + 1)];
}
