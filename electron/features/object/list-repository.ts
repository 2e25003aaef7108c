import { fail } from '../../../shared/contract/failure.ts';
import type { listInput } from '../../../shared/contract/noun.ts';
import { nameOf, type NounDefinition } from '../../../shared/domain/noun.ts';
import type { z } from 'zod';
import type { ReadDatabase } from '../../db/connection.ts';
import { decodeRow, type StoredRecord } from '../../db/record-codec.ts';
import { statementOf } from '../../db/statements.ts';
import { customFieldsOf, customValuesOf, tagsOf } from './extras-repository.ts';
import { listColumns, type ListColumn } from './list-columns.ts';
import { queryFilter, type QueryFilter } from './query-filter.ts';
import { namesOf, referencedIds } from './reference-repository.ts';
import { afterCursor, readCursor, tieBreaker, writeCursor, type SortColumn } from './sort-cursor.ts';

type ListRequest = z.output<typeof listInput>;

export interface ListItem {
  readonly record: StoredRecord;
  readonly name: string;
  readonly tags: Record<string, string>;
  readonly custom: Record<string, string | null>;
  readonly derived: Record<string, string | number | null>;
}

export interface ListPage {
  readonly items: ListItem[];
  readonly total: number;
  readonly cursor: string | null;
  readonly references: Record<string, string>;
}

/** One page of a noun: filtered, sorted and counted by SQLite. Two steps, so that sorting never carries whole rows. */
export function listPage(database: ReadDatabase, definition: NounDefinition, request: ListRequest): ListPage {
  const columns = listColumns(definition, customFieldsOf(database, definition.noun));
  const filter = queryFilter(database, definition, request.query);
  const sort = sortColumns(definition, columns, request.sort);
  const joins = new Set([...filter.joins, ...sort.flatMap((column) => (column.join ? [column.join] : []))]);
  const from = `FROM ${definition.table} AS t ${[...joins].join(' ')}`;
  const total = countRows(database, definition, filter);
  const cursor = request.cursor === undefined ? null : readCursor(request.cursor, sort.length);
  const tie = tieBreaker(sort);
  const start = cursor ? afterCursor(sort, tie, cursor) : { sql: '1', params: [] };
  const keys = sort.map((column, index) => `, ${column.sql} AS k${index}`).join('');
  const stretch = stretchOf(total, request);
  const order = orderOf([...sort, tie], stretch.backwards);
  const found = statementOf(
    database,
    `SELECT t.id AS id${keys} ${from} WHERE ${filter.sql} AND ${start.sql} ORDER BY ${order} LIMIT ${stretch.count} OFFSET ${stretch.skip}`,
  ).all(...filter.params, ...start.params) as Record<string, string | number | null>[];
  const rows = stretch.backwards ? found.toReversed() : found;
  const items = itemsOf(
    database,
    definition,
    columns,
    rows.map((row) => String(row['id'])),
  );
  const last = rows.length === request.limit ? rows.at(-1) : undefined;
  return {
    items,
    total,
    cursor: last ? writeCursor(last, sort.length) : null,
    references: namesOf(
      database,
      referencedIds(
        definition,
        items.map((item) => item.record),
      ),
    ),
  };
}

interface Stretch {
  readonly skip: number;
  readonly count: number;
  readonly backwards: boolean;
}

/** The rows to read: SQLite walks past all that are skipped, so that a row number is counted from the nearer end. */
function stretchOf(total: number, { cursor, from = 0, limit }: ListRequest): Stretch {
  if (cursor !== undefined || from <= total / 2)
    return { skip: cursor === undefined ? from : 0, count: limit, backwards: false };
  const count = Math.max(0, Math.min(limit, total - from));
  return { skip: Math.max(0, total - from - count), count, backwards: true };
}

/** Turned round in every column, an order is the same from its end: SQLite has NULL first, or last where it goes down. */
function orderOf(
  columns: readonly { readonly sql: string; readonly descending: boolean }[],
  backwards: boolean,
): string {
  return columns.map(({ sql, descending }) => `${sql}${descending === backwards ? '' : ' DESC'}`).join(', ');
}

function countRows(database: ReadDatabase, definition: NounDefinition, filter: QueryFilter): number {
  const from = filter.countedIn ?? `${definition.table} AS t ${filter.joins.join(' ')}`;
  const count = statementOf(database, `SELECT count(*) AS total FROM ${from} WHERE ${filter.sql}`).get(
    ...filter.params,
  ) as { total: number };
  return count.total;
}

/** The ids a query admits, in the default order; for bulk commands and planner constraints. */
export function idsOf(database: ReadDatabase, definition: NounDefinition, query: string): string[] {
  const filter = queryFilter(database, definition, query);
  return database
    .prepare<unknown[], string>(
      `SELECT t.id FROM ${definition.table} AS t ${filter.joins.join(' ')} WHERE ${filter.sql} ORDER BY t.id`,
    )
    .pluck()
    .all(...filter.params);
}

/** Whole rows with tags, custom values and derived columns, in the order of `ids`. */
export function itemsOf(
  database: ReadDatabase,
  definition: NounDefinition,
  columns: ReadonlyMap<string, ListColumn>,
  ids: readonly string[],
): ListItem[] {
  const derived = (definition.derived ?? []).map((entry) => ({ key: entry.key, column: columns.get(entry.key) }));
  const selected = derived
    .map(({ column }, index) => `, ${column?.inPage?.sql ?? column?.sql ?? 'NULL'} AS d${index}`)
    .join('');
  const joins = new Set(derived.flatMap(({ column }) => column?.inPage?.join ?? []));
  const rows = statementOf(
    database,
    `SELECT t.*${selected} FROM json_each(?) AS wanted JOIN ${definition.table} AS t ON t.id = wanted.value ${[...joins].join(' ')} ORDER BY wanted.key`,
  ).all(JSON.stringify(ids)) as Record<string, unknown>[];
  const tags = definition.tagged ? tagsOf(database, ids) : null;
  const custom = definition.names ? customValuesOf(database, ids) : null;
  return rows.map((row) => {
    const record = decodeRow(definition, row);
    return {
      record,
      name: nameOf(definition, record) ?? '',
      tags: tags?.get(record.id) ?? {},
      custom: custom?.get(record.id) ?? {},
      derived: Object.fromEntries(derived.map(({ key }, index) => [key, row[`d${index}`] as string | number | null])),
    };
  });
}

function sortColumns(
  definition: NounDefinition,
  columns: ReadonlyMap<string, ListColumn>,
  wanted: ListRequest['sort'],
): SortColumn[] {
  const sort = wanted.length > 0 ? wanted : defaultSort(definition);
  return sort.map(({ key, descending }) => {
    const column = columns.get(key);
    if (!column) {
      const allowed = [...columns.keys()].join(', ');
      fail('E_FORMAT', `${definition.plural} cannot be sorted by "${key}"; allowed are ${allowed}.`);
    }
    const collate = column.text ? ' COLLATE NOCASE' : '';
    const sql = column.sortSql ?? `${column.sql}${collate}`;
    return { ...column, sql, descending };
  });
}

function defaultSort(definition: NounDefinition): ListRequest['sort'] {
  const first =
    definition.fieldList.find((field) => field.key === 'name') ??
    definition.fieldList.find((field) => field.meta.columnShown);
  return first ? [{ key: first.key, descending: false }] : [];
}
