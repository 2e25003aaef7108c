import { fieldProblems } from '../../../shared/contract/field-problems.ts';
import type { NounDefinition } from '../../../shared/domain/noun.ts';
import { readCell } from '../../../shared/rules/grid-cell.ts';
import { expandSequence, isSequence } from '../../../shared/rules/sequence.ts';
import type { GridColumn } from './grid-columns.ts';
import { isDirty, type SheetRow } from './sheet.ts';

/** What is wrong with a row: in a cell, or as a whole where the column is null. */
export interface CellProblem {
  readonly column: number | null;
  readonly message: string;
}

function columnOf(columns: readonly GridColumn[], path: string): number | null {
  const at = columns.findIndex(({ key }) => key === path.split('.')[0]);
  return at < 0 ? null : at;
}

/**
 * What can be said of a row from the noun's definition alone, while it is typed. Names of other things, keys in use and
 * rules over several rows are the engine's.
 */
export function cellProblems(
  definition: NounDefinition,
  columns: readonly GridColumn[],
  row: SheetRow,
): readonly CellProblem[] {
  if (!isDirty(row)) return [];
  const record: Record<string, unknown> = {};
  const problems: CellProblem[] = [];
  for (const [column, { key, field }] of columns.entries()) {
    const cell = row.cells[column] ?? '';
    if (!field || (row.ref === null && cell.trim() === '')) continue;
    const sequence = isSequence(cell) && (field.meta.kind === 'text' || field.meta.kind === 'reference');
    const names = sequence ? expandSequence(cell.trim()) : null;
    const reading = names && !names.ok ? names : readCell(field.meta, names?.value[0] ?? cell);
    if (reading.ok) record[key] = reading.value;
    else problems.push({ column, message: reading.message });
  }
  const unread = new Set(problems.map(({ column }) => column));
  const parsed = (row.ref === null ? definition.schema : definition.patchSchema).safeParse(record);
  const wrong = parsed.success
    ? row.ref === null && problems.length === 0
      ? (definition.check?.(parsed.data) ?? [])
      : []
    : fieldProblems(definition, parsed.error.issues, record);
  const more = wrong.map(({ path, message }) => ({ column: columnOf(columns, path), message }));
  return [...problems, ...more.filter(({ column }) => column === null || !unread.has(column))];
}
