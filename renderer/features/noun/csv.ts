import Papa from 'papaparse';
import type { ListRow, NounColumn } from './columns.tsx';

/** Spreadsheets run cells that begin like this; they get an apostrophe in front. A negative number is none. */
const FORMULA_LIKE = /^(?:[=+@\t\r\0]|-(?!\d+(?:\.\d+)?$))/;

/** Columns and rows as CSV: keys in the first line, stored values below, so that an import reads the same back. */
export function csvText(columns: readonly NounColumn[], rows: readonly ListRow[]): string {
  const fields = columns.map((column) => column.id);
  const data = rows.map((row) => columns.map((column) => column.plain(row)));
  return Papa.unparse({ fields, data }, { escapeFormulae: FORMULA_LIKE, newline: '\r\n' });
}
