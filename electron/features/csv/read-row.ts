import type { CsvProblem } from '../../../shared/contract/csv.ts';
import { FailureError } from '../../../shared/contract/failure.ts';
import { unguarded } from '../../../shared/rules/csv.ts';
import { parseTags } from '../../../shared/rules/csv-tags.ts';
import { readCell } from '../../../shared/rules/grid-cell.ts';
import type { FieldDefinition } from '../../../shared/domain/noun.ts';
import type { FileColumn } from './columns.ts';
import type { ReferenceIds } from './references.ts';

/** A row of the file as values: references are ids, what the file lacks is absent, what it empties is null. */
export interface FileRow {
  readonly row: number;
  readonly id: string | null;
  readonly record: Readonly<Record<string, unknown>>;
  /** `whole`: they are all the tags there shall be. Null: the file has none. */
  readonly tags: {
    readonly set: Record<string, string>;
    readonly gone: readonly string[];
    readonly whole: boolean;
  } | null;
  readonly custom: Readonly<Record<string, string | null>> | null;
  readonly problems: readonly CsvProblem[];
}

const PLAIN_MONEY = /^\d{1,12}(\.\d{1,4})?$/;

/** A cell of a field: empty clears, a field that cannot be empty takes its default or is a problem. */
function fieldValue(field: FieldDefinition, cell: string, references: ReferenceIds): unknown {
  const { kind } = field.meta;
  // Several lines are kept as typed, blanks included.
  const text = kind === 'multiline' ? cell : cell.trim();
  if (text === '') {
    const empty = field.schema.safeParse(undefined);
    if (empty.success) return empty.data;
    throw new CellProblem(`${field.meta.label} is required and cannot be emptied.`, 'a value');
  }
  if (kind === 'multiline') return text;
  if (kind === 'money' && PLAIN_MONEY.test(text)) return text;
  if (kind === 'reference') return references.idOf(field.meta.references ?? '', text, field.key);
  const reading = readCell(field.meta, cell);
  if (!reading.ok) throw new CellProblem(reading.message, reading.allowed);
  return reading.value;
}

class CellProblem extends Error {
  readonly allowed: string;

  constructor(message: string, allowed: string) {
    super(message);
    this.allowed = allowed;
  }
}

function problemOf(error: unknown, row: number, column: number, path: string, value: string): CsvProblem {
  if (error instanceof CellProblem) return { row, column, path, message: error.message, value, allowed: error.allowed };
  if (error instanceof FailureError) {
    const [first] = error.failure.fields ?? [];
    return {
      row,
      column,
      path,
      message: error.failure.message,
      value,
      ...(first?.allowed ? { allowed: first.allowed } : {}),
    };
  }
  throw error;
}

/** Reads the cells of one row; every cell that is wrong is a problem of its own. */
export function readRow(
  columns: readonly FileColumn[],
  cells: readonly string[],
  row: number,
  references: ReferenceIds,
): FileRow {
  const record: Record<string, unknown> = {};
  const tags: Record<string, string> = {};
  const gone: string[] = [];
  const custom: Record<string, string | null> = {};
  const problems: CsvProblem[] = [];
  let id: string | null = null;
  for (const [index, column] of columns.entries()) {
    if (column.kind === 'ignored') continue;
    const cell = unguarded(cells[index] ?? '');
    const text = cell.trim();
    if (column.kind === 'id') id = text === '' ? null : text;
    else if (column.kind === 'tags') Object.assign(tags, parseTags(cell));
    else if (column.kind === 'tag' && text === '') gone.push(column.key);
    else if (column.kind === 'tag') tags[column.key] = text;
    else if (column.kind === 'custom') custom[column.field.key] = text === '' ? null : cell;
    else {
      const { field } = column;
      try {
        record[field.key] = fieldValue(field, cell, references);
      } catch (error) {
        problems.push(problemOf(error, row, index, field.key, text));
      }
    }
  }
  const whole = columns.some(({ kind }) => kind === 'tags');
  const tagged = whole || columns.some(({ kind }) => kind === 'tag');
  return {
    row,
    id,
    record,
    tags: tagged ? { set: tags, gone, whole } : null,
    custom: columns.some(({ kind }) => kind === 'custom') ? custom : null,
    problems,
  };
}

/** The column of a field path such as `specs.cores`, `tags.env` or `custom.owner`; null where the file has none. */
export function columnOfPath(columns: readonly FileColumn[], path: string): number | null {
  const [head = '', rest = ''] = path.split(/\.(.*)/s);
  const at = columns.findIndex((column) => {
    if (column.kind === 'field') return column.field.key === head;
    if (column.kind === 'custom') return head === 'custom' && column.field.key === rest;
    if (column.kind === 'tag') return head === 'tags' && column.key === rest;
    return column.kind === head;
  });
  return at < 0 ? null : at;
}
