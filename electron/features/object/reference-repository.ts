import { inSentence } from '../../../shared/domain/label-text.ts';
import { fail } from '../../../shared/contract/failure.ts';
import { nameOf, type NounDefinition } from '../../../shared/domain/noun.ts';
import { referencedNouns } from '../../../shared/domain/nouns.ts';
import type { ReadDatabase } from '../../db/connection.ts';
import { isId } from '../../db/identifier.ts';
import { nameKey, scopeOf } from '../../db/object-names.ts';
import { statementOf } from '../../db/statements.ts';

interface NamedRow {
  readonly id: string;
  readonly noun: string;
  readonly name: string | null;
}

/**
 * The id of the row that `reference` (an id or a name) means among the nouns of `target` (a noun, `machine`, `object`).
 * Refuses with E_NOT_FOUND, or with E_AMBIGUOUS listing what the name could mean.
 */
export function resolveReference(database: ReadDatabase, target: string, reference: string, path = 'ref'): string {
  const nouns = referencedNouns(target);
  const label =
    nouns.length === 1
      ? inSentence(nouns[0]?.label ?? target)
      : target === 'machine'
        ? 'compute or equipment'
        : 'object';
  const found =
    isId(reference) || reference === 'workspace'
      ? byId(database, nouns, reference)
      : byName(database, nouns, reference);
  const [first] = found;
  if (first && found.length === 1) return first.id;
  if (!first) {
    const message = `There is no ${label} "${reference}".`;
    fail('E_NOT_FOUND', message, {
      fields: [{ path, message, value: reference, allowed: `the name or id of a ${label}` }],
    });
  }
  const matches = found.map((row) => ({ ...row, place: placeOf(database, row.id) }));
  const message = `"${reference}" is the name of ${found.length} ${label}s: ${matches.map((row) => row.place || row.id).join('; ')}. Give the id.`;
  return fail('E_AMBIGUOUS', message, { fields: [{ path, message, value: reference }], details: { matches } });
}

function byId(database: ReadDatabase, nouns: readonly NounDefinition[], id: string): NamedRow[] {
  return nouns.flatMap((definition) => {
    const row = statementOf(database, `SELECT id FROM ${definition.table} WHERE id = ?`).get(id) as
      | { id: string }
      | undefined;
    return row ? [{ id: row.id, noun: definition.noun, name: null }] : [];
  });
}

function byName(database: ReadDatabase, nouns: readonly NounDefinition[], name: string): NamedRow[] {
  const named = nouns.filter((definition) => definition.names).map((definition) => definition.noun);
  return statementOf(
    database,
    'SELECT id, noun, name FROM object WHERE name_key = ? AND noun IN (SELECT value FROM json_each(?)) ORDER BY noun, id LIMIT 20',
  ).all(nameKey(name), JSON.stringify(named)) as NamedRow[];
}

/** Where a room, row or rack with a repeated name is, for telling it apart. */
function placeOf(database: ReadDatabase, id: string): string {
  const row = statementOf<{ id: string }, { place: string | null }>(
    database,
    `SELECT site.name || ' / ' || room.name AS place FROM room JOIN site ON site.id = room.site_id
       WHERE room.id IN (SELECT room_id FROM rack WHERE id = :id UNION SELECT room_id FROM rack_row WHERE id = :id UNION SELECT :id)`,
  ).get({ id });
  return row?.place ?? '';
}

/** What a reference is called in a label: the name of its one row, else the reference as it was given. */
export function nameOrReference(database: ReadDatabase, target: string, reference: string): string {
  if (!isId(reference)) return reference;
  const nouns = new Set(referencedNouns(target).map(({ noun }) => noun));
  const row = statementOf(database, 'SELECT noun, name FROM object WHERE id = ?').get(reference) as
    | NamedRow
    | undefined;
  return (row && nouns.has(row.noun) ? row.name : null) ?? reference;
}

const NAMES = 'SELECT id, name FROM object WHERE id IN (SELECT value FROM json_each(?)) AND name IS NOT NULL';
const PORT_NAMES = `SELECT port.id, ifnull(object.name || ' ', '') || port.name AS name
  FROM port LEFT JOIN object ON object.id = port.object_id WHERE port.id IN (SELECT value FROM json_each(?))`;

/** Names of objects by id, and of ports with their device: `sw-1 Ethernet4`; rows without a name are left out. */
export function namesOf(database: ReadDatabase, ids: Iterable<string>): Record<string, string> {
  const wanted = [...new Set(ids)];
  const read = (sql: string, some: readonly string[]) =>
    statementOf(database, sql).all(JSON.stringify(some)) as { id: string; name: string }[];
  const rows = read(NAMES, wanted);
  const found = new Set(rows.map(({ id }) => id));
  const others = wanted.filter((id) => !found.has(id));
  if (others.length > 0) rows.push(...read(PORT_NAMES, others));
  return Object.fromEntries(rows.map(({ id, name }) => [id, name]));
}

/** Ids that the reference fields of `records` hold. */
export function referencedIds(definition: NounDefinition, records: readonly Record<string, unknown>[]): Set<string> {
  const keys = definition.fieldList.filter((field) => field.meta.kind === 'reference').map((field) => field.key);
  const ids = new Set<string>();
  for (const record of records)
    for (const key of keys) {
      const id = record[key];
      if (typeof id === 'string') ids.add(id);
    }
  return ids;
}

/**
 * The id of the row with the natural key of `record`, or null. Names compare as everywhere, other text without regard to
 * ASCII case; a key without any value (equipment without a name) is nobody's.
 */
export function findByNaturalKey(
  database: ReadDatabase,
  definition: NounDefinition,
  record: Record<string, unknown>,
): string | null {
  if (definition.naturalKey.every((key) => (record[key] ?? null) === null)) return null;
  if (definition.names) return idByName(database, definition, record);
  const conditions = definition.naturalKey.map((key) => {
    const field = definition.fieldList.find((entry) => entry.key === key);
    const folded = field?.meta.kind === 'text' ? ' COLLATE NOCASE' : '';
    return `${field?.column} IS ?${folded}`;
  });
  const row = statementOf(database, `SELECT id FROM ${definition.table} WHERE ${conditions.join(' AND ')} LIMIT 1`).get(
    ...definition.naturalKey.map((key) => record[key] ?? null),
  ) as { id: string } | undefined;
  return row?.id ?? null;
}

const NAMED = 'SELECT id FROM object WHERE family = ? AND scope = ? AND name_key = ? AND noun = ?';

function idByName(database: ReadDatabase, definition: NounDefinition, record: Record<string, unknown>): string | null {
  const given = Object.fromEntries(definition.fieldList.map(({ key }) => [key, record[key] ?? null]));
  const name = nameOf(definition, given);
  if (name === null) return null;
  const key = [definition.names?.family ?? '', scopeOf(definition, given), nameKey(name), definition.noun];
  const row = statementOf(database, NAMED).get(...key) as { id: string } | undefined;
  return row?.id ?? null;
}
