import Papa from 'papaparse';
import type { ListRow, NounColumn } from './columns.tsx';

/** Columns and rows as CSV: keys in the first line, stored values below, so that an import reads the same back. */
export function csvText(columns: readonly NounColumn[], rows: readonly ListRow[]): string {
  const fields = columns.map((column) => column.id);
  const data = rows.map((row) => columns.map((column) => column.plain(row)));
  // A cell that begins like a formula is quoted with an apostrophe: spreadsheets run such cells.
  return Papa.unparse({ fields, data }, { escapeFormulae: true, newline: '\r\n' });
}
