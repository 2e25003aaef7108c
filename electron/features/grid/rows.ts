import type { GridInput, GridProblem } from '../../../shared/contract/grid.ts';
import { fieldProblems } from '../../../shared/contract/field-problems.ts';
import type { NounDefinition } from '../../../shared/domain/noun.ts';
import { readCell, readTags } from '../../../shared/rules/grid-cell.ts';
import { expandSequence, isSequence } from '../../../shared/rules/sequence.ts';
import type { GridColumn } from './columns.ts';

/** A row as it is to be written; a row of the sheet with sequences is several. */
export interface GridRow {
  /** Index of the row in the sheet. */
  readonly index: number;
  readonly ref: string | null;
  readonly record: Readonly<Record<string, unknown>>;
  readonly tags: Readonly<Record<string, string>> | null;
  readonly custom: Readonly<Record<string, string | null>> | null;
  readonly serials: readonly string[] | null;
}

export interface ReadRow {
  readonly row: GridRow;
  readonly problems: readonly GridProblem[];
}

type SheetRow = GridInput['rows'][number];

const SEQUENCED = new Set(['text', 'reference']);

/** The rows that one row of the sheet stands for; sequences of several cells run side by side. */
function expanded(row: SheetRow, columns: readonly GridColumn[], index: number): string[][] | GridProblem {
  const lists: (readonly string[])[] = [];
  let length = 1;
  for (const [column, cell] of row.cells.entries()) {
    const kind = columns[column];
    const sequenced = kind?.kind === 'field' && SEQUENCED.has(kind.field.meta.kind) && isSequence(cell);
    const reading = sequenced ? expandSequence(cell.trim()) : ({ ok: true, value: [cell] } as const);
    const path = kind?.kind === 'field' ? kind.field.key : '';
    if (!reading.ok)
      return { row: index, column, path, message: reading.message, value: cell, allowed: reading.allowed };
    const count = reading.value.length;
    if (count > 1 && length > 1 && count !== length) {
      const message = `This cell stands for ${count} rows and another one for ${length}; they must be as many.`;
      return { row: index, column, path, message, value: cell, allowed: `${length} values` };
    }
    length = Math.max(length, count);
    lists.push(reading.value);
  }
  return Array.from({ length }, (_, step) => lists.map((list) => list[list.length === 1 ? 0 : step] ?? ''));
}

function readCells(
  definition: NounDefinition,
  cells: readonly string[],
  columns: readonly GridColumn[],
  index: number,
  ref: string | null,
): ReadRow {
  const record: Record<string, unknown> = {};
  const tags: Record<string, string> = {};
  const custom: Record<string, string | null> = {};
  const problems: GridProblem[] = [];
  let serials: string[] | null = null;
  for (const [at, column] of columns.entries()) {
    const cell = cells[at] ?? '';
    const text = cell.trim();
    if (column.kind === 'tags') Object.assign(tags, readTags(cell));
    else if (column.kind === 'tag' && text !== '') tags[column.key] = text;
    else if (column.kind === 'custom') custom[column.key] = text === '' ? null : text;
    else if (column.kind === 'serials') serials = text.split(/[,;\s]+/).filter((word) => word !== '');
    if (column.kind !== 'field') continue;
    const { key, meta } = column.field;
    const reading = readCell(meta, cell);
    const { ok } = reading;
    if (!ok)
      problems.push({
        row: index,
        column: at,
        path: key,
        message: reading.message,
        value: cell,
        allowed: reading.allowed,
      });
    // An empty cell of a new row leaves the field to its default.
    else if (ref !== null || text !== '') record[key] = reading.value;
  }
  problems.push(...schemaProblems(definition, record, columns, index, ref, problems));
  const tagged = columns.some(({ kind }) => kind === 'tags' || kind === 'tag');
  const customised = columns.some(({ kind }) => kind === 'custom');
  return {
    row: { index, ref, record, tags: tagged ? tags : null, custom: customised ? custom : null, serials },
    problems,
  };
}

/** What the noun's own schema says of the cells, reference names aside, which are looked up when the row is written. */
function schemaProblems(
  definition: NounDefinition,
  record: Record<string, unknown>,
  columns: readonly GridColumn[],
  index: number,
  ref: string | null,
  known: readonly GridProblem[],
): GridProblem[] {
  const told = new Set(known.map(({ path }) => path));
  const parsed = (ref === null ? definition.schema : definition.patchSchema).safeParse(record);
  if (parsed.success) return [];
  return fieldProblems(definition, parsed.error.issues, record)
    .filter(({ path }) => !told.has(path.split('.')[0] ?? ''))
    .map((problem) => ({ row: index, column: columnWith(columns, problem.path), ...problem }));
}

/** The column of a field path such as `specs.cores`; null where the sheet has none. */
export function columnWith(columns: readonly GridColumn[], path: string): number | null {
  const [head = ''] = path.split('.');
  const at = columns.findIndex((column) =>
    column.kind === 'field'
      ? column.field.key === head
      : column.kind === 'custom'
        ? path === `custom.${column.key}`
        : column.kind === 'tag'
          ? path === `tags.${column.key}`
          : column.kind === head,
  );
  return at < 0 ? null : at;
}

/** Every row of the sheet read, with what is wrong with its cells. Empty rows are left out. */
export function readRows(
  definition: NounDefinition,
  columns: readonly GridColumn[],
  rows: readonly SheetRow[],
): ReadRow[] {
  return rows.flatMap((row, index) => {
    if (row.cells.every((cell) => cell.trim() === '')) return [];
    const ref = row.ref ?? null;
    const steps = expanded(row, columns, index);
    if (Array.isArray(steps)) return steps.map((cells) => readCells(definition, cells, columns, index, ref));
    return [{ row: { index, ref, record: {}, tags: null, custom: null, serials: null }, problems: [steps] }];
  });
}
