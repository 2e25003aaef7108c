import { fail } from '../../../shared/contract/failure.ts';
import type { SqlFragment } from '../../../shared/rules/query/compile.ts';
import type { ListColumn } from './list-columns.ts';

export interface SortColumn extends ListColumn {
  readonly descending: boolean;
}

type Key = string | number | null;

/** The id, which ends every order: in the direction of the last column, and of the first one's table, so that an index serves both. */
export interface TieBreaker {
  readonly sql: string;
  readonly descending: boolean;
}

export function tieBreaker(sort: readonly SortColumn[]): TieBreaker {
  return { sql: sort[0]?.joined?.id ?? 't.id', descending: sort.at(-1)?.descending ?? false };
}

export interface Cursor {
  readonly keys: readonly Key[];
  readonly id: string;
}

/** The place after the last row of a page, as text that a client only hands back. */
export function writeCursor(row: Record<string, Key>, sortCount: number): string {
  const keys = Array.from({ length: sortCount }, (_, index) => row[`k${index}`] ?? null);
  return JSON.stringify([...keys, row['id']]);
}

export function readCursor(text: string, sortCount: number): Cursor {
  let values: unknown;
  try {
    values = JSON.parse(text);
  } catch {
    values = null;
  }
  const id: unknown = Array.isArray(values) ? values.at(-1) : undefined;
  if (!Array.isArray(values) || values.length !== sortCount + 1 || typeof id !== 'string')
    return fail('E_FORMAT', 'The cursor does not belong to this list; ask for the first page again.');
  return {
    keys: values.slice(0, -1).map((value) => (typeof value === 'number' || typeof value === 'string' ? value : null)),
    id,
  };
}

/**
 * The condition "comes after the cursor" for any mix of directions; NULL sorts before every value, as SQLite has it. A
 * plain bound on the first column stands in front, because an OR alone makes SQLite walk the index from its start.
 */
export function afterCursor(sort: readonly SortColumn[], tie: TieBreaker, cursor: Cursor): SqlFragment {
  const alternatives: string[] = [];
  const params: (string | number)[] = [];
  const [first] = sort;
  const firstKey = cursor.keys[0] ?? null;
  const bounded = first !== undefined && first.notNull && firstKey !== null;
  if (bounded) params.push(firstKey);
  for (let depth = 0; depth <= sort.length; depth += 1) {
    const parts = sort.slice(0, depth).map((column, index) => equal(column, cursor.keys[index] ?? null, params));
    const column = sort[depth];
    if (column) parts.push(after(column, cursor.keys[depth] ?? null, params));
    else {
      parts.push(`${tie.sql} ${tie.descending ? '<' : '>'} ?`);
      params.push(cursor.id);
    }
    alternatives.push(`(${parts.join(' AND ')})`);
  }
  const either = `(${alternatives.join(' OR ')})`;
  return { sql: bounded ? `(${first.sql} ${first.descending ? '<=' : '>='} ? AND ${either})` : either, params };
}

function equal(column: SortColumn, key: Key, params: (string | number)[]): string {
  if (key === null) return `${column.sql} IS NULL`;
  params.push(key);
  return `${column.sql} = ?`;
}

function after(column: SortColumn, key: Key, params: (string | number)[]): string {
  if (key === null) return column.descending ? '0' : `${column.sql} IS NOT NULL`;
  params.push(key);
  return column.descending ? `(${column.sql} < ? OR ${column.sql} IS NULL)` : `${column.sql} > ?`;
}
