import { COMPUTE_TYPES } from '../../../shared/domain/compute.ts';
import { EQUIPMENT_TYPES } from '../../../shared/domain/equipment.ts';
import { macDigits } from '../../../shared/domain/port.ts';
import type { NounDefinition } from '../../../shared/domain/noun.ts';
import { compileTextMatch, type SqlColumn, type SqlFragment } from '../../../shared/rules/query/compile.ts';
import { driverWord } from '../../../shared/rules/query/driver.ts';
import type { QuerySchema } from '../../../shared/rules/query/schema.ts';
import type { ReadDatabase } from '../../db/connection.ts';
import type { TextMatch } from '../../../shared/rules/query/text-match.ts';

/** Places that hold things: their word in the document, table, state and role. */
const PLACES = [
  ['rack', 'rack', 'status', 'role', 'serial', 'asset_tag'],
  ['row', 'rack_row', 'NULL', 'NULL', 'NULL', 'NULL'],
  ['cage', 'room', 'NULL', 'NULL', 'NULL', 'NULL'],
  ['datacenter', 'site', 'NULL', 'NULL', 'NULL', 'NULL'],
] as const;

/** What `connected to` can end on: everything that has a place or holds things. `driver` is its word in the document. */
const THINGS = `
  SELECT id, 'compute' AS noun, name, 'server' AS driver, type, state, role, owner, serial, asset_tag FROM compute
  UNION ALL SELECT id, 'equipment', name, CASE type WHEN 'switch' THEN 'networkswitch' WHEN 'pdu' THEN 'powerstrip'
    ELSE replace(type, '-', '') END, type, state, role, owner, serial, asset_tag FROM equipment
  ${PLACES.map(
    ([driver, table, state, role, serial, assetTag]) =>
      `UNION ALL SELECT id, '${table}', name, '${driver}', NULL, ${state}, ${role}, NULL, ${serial}, ${assetTag} FROM ${table}`,
  ).join('\n  ')}`;

const THING_COLUMNS: Readonly<Record<string, string>> = {
  name: 'name',
  type: 'type',
  state: 'state',
  status: 'state',
  role: 'role',
  owner: 'owner',
  serial: 'serial',
  assetTag: 'asset_tag',
};

export const SEARCHED_OF_THINGS = ['t.name', 't.serial', 't.asset_tag'];

/** What every thing has, where nothing else is known of its noun. */
export function thingColumns(): Record<string, SqlColumn> {
  return Object.fromEntries(Object.entries(THING_COLUMNS).map(([key, column]) => [key, { sql: `t.${column}` }]));
}

const BLADE = 'placement JOIN placement AS chassis ON chassis.object_id = placement.parent_id';
const IN_RACK = 'placement JOIN rack ON rack.id = placement.rack_id';
const BLADE_IN_RACK = `${BLADE} JOIN rack ON rack.id = chassis.rack_id`;

/** Containment, level by level: FROM, the thing inside, what it is inside of. */
const INSIDE: readonly (readonly [from: string, inside: string, container: string])[] = [
  ['placement', 'placement.object_id', 'placement.rack_id'],
  ['placement', 'placement.object_id', 'placement.parent_id'],
  [BLADE, 'placement.object_id', 'chassis.rack_id'],
  ...([IN_RACK, BLADE_IN_RACK] as const).flatMap(
    (from) =>
      [
        [from, 'placement.object_id', 'rack.row_id'],
        [from, 'placement.object_id', 'rack.room_id'],
        [`${from} JOIN room ON room.id = rack.room_id`, 'placement.object_id', 'room.site_id'],
      ] as const,
  ),
  ['rack', 'rack.id', 'rack.row_id'],
  ['rack', 'rack.id', 'rack.room_id'],
  ['rack JOIN room ON room.id = rack.room_id', 'rack.id', 'room.site_id'],
  ['rack_row', 'rack_row.id', 'rack_row.room_id'],
  ['rack_row JOIN room ON room.id = rack_row.room_id', 'rack_row.id', 'room.site_id'],
  ['room', 'room.id', 'room.site_id'],
];

const FAR_PORTS = 'SELECT port.id FROM port WHERE port.object_id IN (SELECT id FROM far)';

const EDGES = [
  `SELECT near.object_id FROM cable JOIN port AS near ON near.id = cable.b_port_id WHERE cable.a_port_id IN (${FAR_PORTS})`,
  `SELECT near.object_id FROM cable JOIN port AS near ON near.id = cable.a_port_id WHERE cable.b_port_id IN (${FAR_PORTS})`,
  ...INSIDE.flatMap(([from, inside, container]) => [
    `SELECT ${inside} FROM ${from} WHERE ${container} IN (SELECT id FROM far)`,
    `SELECT ${container} FROM ${from} WHERE ${inside} IN (SELECT id FROM far)`,
  ]),
].join('\n  UNION ');

/**
 * Rows with a cable to, inside of, or around some thing that `right` admits (a condition on the alias `t` over things).
 * The things are looked up at once: nested in one statement they would soon be too deep for SQLite.
 */
export function connectedCondition(database: ReadDatabase, right: SqlFragment): SqlFragment {
  const far = database
    .prepare<unknown[], string>(`SELECT t.id FROM (${THINGS}) AS t WHERE ${right.sql}`)
    .pluck()
    .all(...right.params);
  const near = database
    .prepare<[string], string | null>(`WITH far AS MATERIALIZED (SELECT value AS id FROM json_each(?)) ${EDGES}`)
    .pluck()
    .all(JSON.stringify(far));
  return { sql: 't.id IN (SELECT value FROM json_each(?))', params: [JSON.stringify(near)] };
}

/** A port of the row has the MAC address, in whatever notation; globs compare with the address as it is written. */
export function macCondition(match: TextMatch): SqlFragment {
  const digits = match.kind === 'exact' ? macDigits(match.text) : null;
  if (digits !== null)
    return {
      sql: `EXISTS (SELECT 1 FROM port WHERE port.object_id = t.id AND port.mac IS NOT NULL
        AND lower(replace(replace(replace(port.mac, ':', ''), '-', ''), '.', '')) = ?)`,
      params: [digits],
    };
  const written = compileTextMatch({ sql: 'port.mac' }, match);
  return { sql: `EXISTS (SELECT 1 FROM port WHERE port.object_id = t.id AND ${written.sql})`, params: written.params };
}

/** The word of the document for a row of a noun: computes are servers, switches are network switches. */
function driverOf(definition: NounDefinition): string {
  if (definition.noun === 'compute') return "'server'";
  if (definition.noun === 'equipment')
    return "CASE t.type WHEN 'switch' THEN 'networkswitch' WHEN 'pdu' THEN 'powerstrip' ELSE replace(t.type, '-', '') END";
  return `'${definition.noun}'`;
}

/** Driver or type, without regard to case, hyphens and a leading `basic`; a plain word may be the beginning: Console. */
export function driverCondition(definition: NounDefinition | null, match: TextMatch): SqlFragment {
  const driver = definition === null ? 't.driver' : driverOf(definition);
  const typed = definition === null || definition.fieldList.some(({ key }) => key === 'type');
  const type = typed ? "replace(t.type, '-', '')" : 'NULL';
  if (match.kind !== 'exact') {
    const [first, second] = [compileTextMatch({ sql: driver }, match), compileTextMatch({ sql: type }, match)];
    return { sql: `(${first.sql} OR ${second.sql})`, params: [...first.params, ...second.params] };
  }
  const word = driverWord(match.text);
  return { sql: `(instr(${driver}, ?) = 1 OR instr(lower(${type}), ?) = 1)`, params: [word, word] };
}

/** Every word that `driver:` knows; how one of them begins will do. */
export const DRIVERS: readonly string[] = [
  'server',
  'networkswitch',
  'powerstrip',
  ...PLACES.map(([driver]) => driver),
  ...[...COMPUTE_TYPES, ...EQUIPMENT_TYPES].map(({ value }) => value.replaceAll('-', '')),
];

const THING_LABELS: Readonly<Record<string, string>> = { serial: 'Serial number', assetTag: 'Asset tag' };

/** What can be asked right of `connected to`, whatever the list is about. */
export const THING_SCHEMA: QuerySchema = {
  label: 'things',
  predicates: ['name', 'tag', 'in', 'driver', 'connected', 'type', 'status', 'ip', 'mac', 'runs'],
  drivers: DRIVERS,
  fields: Object.keys(THING_COLUMNS).map((key) => ({ key, label: THING_LABELS[key] ?? key, kind: 'text' })),
};

const RACK_OF_THING = `rack.id = t.id OR rack.id = (SELECT ifnull(placement.rack_id, chassis.rack_id) FROM placement
  LEFT JOIN placement AS chassis ON chassis.object_id = placement.parent_id WHERE placement.object_id = t.id)`;

/** FROM … WHERE, and the names in it, of the place around any thing. */
export const AROUND_THING: readonly [from: string, names: readonly string[]] = [
  `FROM rack JOIN room ON room.id = rack.room_id JOIN site ON site.id = room.site_id
   LEFT JOIN rack_row ON rack_row.id = rack.row_id
   LEFT JOIN zone ON zone.id = coalesce(rack.zone_id, room.zone_id, site.zone_id) WHERE (${RACK_OF_THING})`,
  ['rack.name', 'room.name', 'site.name', 'rack_row.name', 'zone.name'],
];
