import { fail, type FailureCode } from '../../../shared/contract/failure.ts';
import type { NounDefinition } from '../../../shared/domain/noun.ts';
import { readQuery } from '../../../shared/rules/query/bind.ts';
import type { BoundExpression } from '../../../shared/rules/query/bound.ts';
import {
  compileExpression,
  compileTextMatch,
  type CompileContext,
  type SqlFragment,
} from '../../../shared/rules/query/compile.ts';
import { querySchemaOf, type QuerySchema } from '../../../shared/rules/query/schema.ts';
import { foldText, type TextMatch } from '../../../shared/rules/query/text-match.ts';
import type { ReadDatabase } from '../../db/connection.ts';
import { addressCondition, ADDRESSED } from './address-condition.ts';
import {
  AROUND_THING,
  connectedCondition,
  DRIVERS,
  driverCondition,
  macCondition,
  SEARCHED_OF_THINGS,
  THING_SCHEMA,
  thingColumns,
} from './connections.ts';
import { customFieldsOf } from './extras-repository.ts';
import { listColumns, type ListColumn } from './list-columns.ts';

export interface QueryFilter extends SqlFragment {
  /** Joins that the condition needs. */
  readonly joins: readonly string[];
  /** The one joined table that the condition is wholly about: counting there spares the noun's own rows. */
  readonly countedIn: string | null;
}

const EVERYTHING: QueryFilter = { sql: '1', params: [], joins: [], countedIn: null };

/** What can be asked about a noun today; a predicate appears here once its noun exists. */
function predicatesOf(definition: NounDefinition): QuerySchema['predicates'] {
  const common = definition.tagged ? (['name', 'tag', 'in'] as const) : (['name'] as const);
  const hasType = definition.fieldList.some((field) => field.key === 'type');
  const hasState = definition.fieldList.some((field) => field.key === 'state');
  const runs = definition.noun === 'compute' ? (['runs'] as const) : [];
  const machine = definition.names?.family === 'machine';
  const placed = machine || definition.noun === 'rack' ? (['driver', 'connected'] as const) : [];
  const cabled = machine ? (['mac'] as const) : [];
  const type = hasType ? (['type'] as const) : [];
  const status = hasState ? (['status'] as const) : [];
  const addressed = ADDRESSED.has(definition.noun) ? (['ip'] as const) : [];
  return [...common, ...placed, ...cabled, ...addressed, ...type, ...status, ...runs];
}

/** What an expression may ask about a noun of this workspace. */
export function querySchemaIn(database: ReadDatabase, definition: NounDefinition): QuerySchema {
  const custom = customFieldsOf(database, definition.noun);
  return { ...querySchemaOf(definition, predicatesOf(definition), custom, DRIVERS), things: THING_SCHEMA };
}

/** The rows of `definition` that an expression of the query language admits, as a condition on the alias `t`. */
export function queryFilter(database: ReadDatabase, definition: NounDefinition, text: string): QueryFilter {
  if (text.trim() === '') return EVERYTHING;
  const outcome = readQuery(text, querySchemaIn(database, definition));
  if (!outcome.ok) return refuse(outcome.failures[0]);
  const columns = listColumns(definition, customFieldsOf(database, definition.noun));
  const joins = new Set<string>();
  collectJoins(outcome.value, columns, joins);
  const condition = compileExpression(outcome.value, compileContext(database, definition, columns));
  const tables = tablesOf(outcome.value, columns);
  const [only] = tables;
  return { ...condition, joins: [...joins], countedIn: tables.size === 1 ? (only ?? null) : null };
}

function refuse(failure: { code: string; message: string; position: number; length: number } | undefined): never {
  const code: FailureCode = failure?.code === 'E_EXPR_UNAVAILABLE' ? 'E_EXPR_UNAVAILABLE' : 'E_EXPR_SYNTAX';
  const { position = 0, length = 0 } = failure ?? {};
  return fail(code, failure?.message ?? 'The filter is not understood.', { details: { position, length } });
}

/** The joined tables that the terms are about; null stands for the noun's own rows and whatever hangs on them. */
function tablesOf(bound: BoundExpression, columns: ReadonlyMap<string, ListColumn>): ReadonlySet<string | null> {
  if (bound.kind === 'and' || bound.kind === 'or')
    return new Set(bound.terms.flatMap((term) => [...tablesOf(term, columns)]));
  if (bound.kind === 'not') return tablesOf(bound.term, columns);
  return new Set(['field' in bound ? (columns.get(bound.field)?.joined?.table ?? null) : null]);
}

function collectJoins(bound: BoundExpression, columns: ReadonlyMap<string, ListColumn>, joins: Set<string>): void {
  if (bound.kind === 'and' || bound.kind === 'or') for (const term of bound.terms) collectJoins(term, columns, joins);
  if (bound.kind === 'not') collectJoins(bound.term, columns, joins);
  // What the right side is about are other rows, read by a query of their own.
  if (bound.kind === 'connected') collectJoins(bound.left, columns, joins);
  if (!('field' in bound)) return;
  const join = columns.get(bound.field)?.join;
  if (join) joins.add(join);
}

const RUNNING = 'FROM assignment JOIN service ON service.id = assignment.service_id WHERE assignment.compute_id = t.id';

function compileContext(
  database: ReadDatabase,
  definition: NounDefinition,
  columns: ReadonlyMap<string, ListColumn>,
): CompileContext {
  const plain = Object.fromEntries([...columns].map(([key, column]) => [key, { sql: column.sql }]));
  const searched = definition.fieldList.filter((field) => field.meta.searched).map((field) => `t.${field.column}`);
  return {
    columns: plain,
    search: (text) => searchCondition(searched, text),
    tag: tagCondition,
    memberships: {
      in: (match) => insideCondition(definition, match),
      type: (match) => compileTextMatch({ sql: 't.type' }, match),
      status: (match) => compileTextMatch({ sql: 't.state' }, match),
      driver: (match) => driverCondition(definition, match),
      ip: (match) => addressCondition(definition, match),
      mac: macCondition,
      runs: (match) => existsNamed(RUNNING, ['service.name'], match),
    },
    connectedTo: (right) => connectedCondition(database, compileExpression(right, thingContext(database))),
  };
}

/** The same language over things of every noun: what stands right of `connected to`. */
function thingContext(database: ReadDatabase): CompileContext {
  return {
    columns: thingColumns(),
    search: (text) => searchCondition(SEARCHED_OF_THINGS, text),
    tag: tagCondition,
    memberships: {
      in: (match) => existsNamed(AROUND_THING[0], AROUND_THING[1], match),
      type: (match) => compileTextMatch({ sql: 't.type' }, match),
      status: (match) => compileTextMatch({ sql: 't.state' }, match),
      driver: (match) => driverCondition(null, match),
      ip: (match) => addressCondition(null, match),
      mac: macCondition,
      runs: (match) => existsNamed(RUNNING, ['service.name'], match),
    },
    connectedTo: (right) => connectedCondition(database, compileExpression(right, thingContext(database))),
  };
}

/** A bare word: part of any searched field, without regard to case. */
function searchCondition(columns: readonly string[], text: string): SqlFragment {
  if (columns.length === 0) return { sql: '0', params: [] };
  const folded = foldText(text);
  if (/[\u0080-\u{10ffff}]/u.test(folded)) {
    const sql = columns.map((column) => `instr(fold_text(${column}), ?) > 0`).join(' OR ');
    return { sql, params: columns.map(() => folded) };
  }
  // LIKE folds A to Z by itself and is twice as fast as lower() and instr().
  const pattern = `%${folded.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  return {
    sql: columns.map((column) => `${column} LIKE ? ESCAPE '\\'`).join(' OR '),
    params: columns.map(() => pattern),
  };
}

function tagCondition(key: TextMatch, value: TextMatch | null): SqlFragment {
  const keyPart = compileTextMatch({ sql: 'tag.key' }, key);
  const valuePart = value ? compileTextMatch({ sql: 'tag.value' }, value) : { sql: '1', params: [] };
  return {
    sql: `EXISTS (SELECT 1 FROM tag WHERE tag.object_id = t.id AND ${keyPart.sql} AND ${valuePart.sql})`,
    params: [...keyPart.params, ...valuePart.params],
  };
}

const INSIDE: Record<string, readonly [from: string, names: readonly string[]]> = {
  rack: [
    `FROM room JOIN site ON site.id = room.site_id LEFT JOIN rack_row ON rack_row.id = t.row_id
     LEFT JOIN zone ON zone.id = coalesce(t.zone_id, room.zone_id, site.zone_id) WHERE room.id = t.room_id`,
    ['room.name', 'site.name', 'rack_row.name', 'zone.name'],
  ],
  row: ['FROM room JOIN site ON site.id = room.site_id WHERE room.id = t.room_id', ['room.name', 'site.name']],
  room: [
    'FROM site LEFT JOIN zone ON zone.id = coalesce(t.zone_id, site.zone_id) WHERE site.id = t.site_id',
    ['site.name', 'zone.name'],
  ],
};

const INSIDE_DEVICE: readonly [from: string, names: readonly string[]] = [
  `FROM placement LEFT JOIN placement AS chassis ON chassis.object_id = placement.parent_id
   JOIN rack ON rack.id = ifnull(placement.rack_id, chassis.rack_id)
   JOIN room ON room.id = rack.room_id JOIN site ON site.id = room.site_id LEFT JOIN rack_row ON rack_row.id = rack.row_id
   LEFT JOIN zone ON zone.id = coalesce(rack.zone_id, room.zone_id, site.zone_id)
   WHERE placement.object_id = t.id`,
  ['rack.name', 'room.name', 'site.name', 'rack_row.name', 'zone.name'],
];

/** `in:` names a rack, row, room, site or zone that holds the thing, however deep. */
function insideCondition(definition: NounDefinition, match: TextMatch): SqlFragment {
  const inside = definition.names?.family === 'machine' ? INSIDE_DEVICE : INSIDE[definition.noun];
  if (!inside) return { sql: '0', params: [] };
  return existsNamed(inside[0], inside[1], match);
}

function existsNamed(from: string, names: readonly string[], match: TextMatch): SqlFragment {
  const parts = names.map((name) => compileTextMatch({ sql: name }, match));
  return {
    sql: `EXISTS (SELECT 1 ${from} AND (${parts.map((part) => part.sql).join(' OR ')}))`,
    params: parts.flatMap((part) => part.params),
  };
}
