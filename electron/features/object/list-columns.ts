import type { CustomField } from '../../../shared/domain/custom-field.ts';
import type { FieldDefinition, NounDefinition } from '../../../shared/domain/noun.ts';

/** An SQL expression over the row alias `t`; `join` is added to the FROM clause when the column is used. */
export interface ListColumn {
  readonly sql: string;
  readonly join?: string;
  /** The joined table, which has exactly one row per row of the noun, and its column that equals `t.id`. */
  readonly joined?: { readonly table: string; readonly id: string };
  /** How a page of whole rows reads it, where one join serves several columns; absent: as `sql` with `join`. */
  readonly inPage?: { readonly sql: string; readonly join: string };
  /** Compared and sorted without regard to case. */
  readonly text: boolean;
  /** What lists sort by instead of `sql`, where text does not sort as it reads (addresses). */
  readonly sortSql?: string;
  /** Never NULL: sorting can use a plain index range. */
  readonly notNull: boolean;
}

/** A blade is where its chassis is. */
const PLACE = `
  FROM placement LEFT JOIN placement AS chassis ON chassis.object_id = placement.parent_id
  LEFT JOIN rack ON rack.id = ifnull(placement.rack_id, chassis.rack_id)
  LEFT JOIN room ON room.id = rack.room_id LEFT JOIN site ON site.id = room.site_id WHERE placement.object_id = t.id`;
const PLACE_JOIN = `LEFT JOIN placement ON placement.object_id = t.id
  LEFT JOIN placement AS chassis ON chassis.object_id = placement.parent_id
  LEFT JOIN rack ON rack.id = ifnull(placement.rack_id, chassis.rack_id)
  LEFT JOIN room ON room.id = rack.room_id LEFT JOIN site ON site.id = room.site_id`;
const CAPACITY_JOIN = 'JOIN capacity ON capacity.compute_id = t.id';
const CAPACITY_TABLE = { table: 'capacity', id: 'capacity.compute_id' };

/** As the rack is numbered: the lowest-numbered unit the device takes (shared/rules/rack-units.ts), its bay (shared/rules/bay-name.ts), or its side. */
const UNIT = `CASE
  WHEN placement.bay LIKE 'device bay %' THEN 'bay ' || substr(placement.bay, 12)
  WHEN placement.bay LIKE 'bay %' THEN 'bay ' || substr(placement.bay, 5)
  WHEN placement.bay IS NOT NULL THEN 'bay ' || placement.bay
  WHEN placement.position_half_u IS NULL THEN placement.side || ' side'
  ELSE 'U' || replace(printf('%.1f', rack.start_unit + 0.5 * CASE rack.numbering WHEN 'bottom' THEN placement.position_half_u
    ELSE rack.height_u * 2 - placement.position_half_u - placement.height_half_u END), '.0', '') END`;

function placeColumn(sql: string): ListColumn {
  return { sql: `(SELECT ${sql} ${PLACE})`, inPage: { sql, join: PLACE_JOIN }, text: true, notNull: false };
}

const DERIVED_PLACE: Record<string, ListColumn> = {
  site: placeColumn('site.name'),
  room: placeColumn('room.name'),
  rack: placeColumn('rack.name'),
  unit: {
    ...placeColumn(UNIT),
    sortSql: '(SELECT position_half_u FROM placement WHERE object_id = t.id)',
  },
};

function capacityColumn(sql: string): ListColumn {
  const inPage = { sql, join: `LEFT ${CAPACITY_JOIN}` };
  return { sql, join: CAPACITY_JOIN, joined: CAPACITY_TABLE, inPage, text: false, notNull: true };
}

const RESOURCES = ['cores', 'memory', 'vram', 'nvme', 'gpu'];

const PREFIX_AROUND = `(SELECT prefix.cidr FROM prefix WHERE prefix.vrf_id IS t.vrf_id
  AND prefix.first_key <= t.sort_key AND prefix.last_key >= t.sort_key ORDER BY prefix.first_key DESC, prefix.last_key LIMIT 1)`;
const COMPUTES_WITH_ADDRESS = `(SELECT group_concat(name, ', ') FROM (SELECT compute.name FROM ip_assignment
  JOIN compute ON compute.id = ip_assignment.compute_id WHERE ip_assignment.ip_address_id = t.id
  ORDER BY compute.name COLLATE NOCASE))`;

/** As `portMappingText` writes it; sorted by address and port. */
const PORT_MAPPING = `(SELECT CASE WHEN instr(address, ':') THEN '[' || address || ']' ELSE address END
  || ':' || t.port || '/' || t.protocol || ' → ' || t.service_port FROM ip_address WHERE ip_address.id = t.ip_address_id)`;

const PORT_ORDER = `((SELECT sort_key FROM ip_address WHERE ip_address.id = t.ip_address_id) || printf('%05d', t.port))`;

function portOf(table: 'service' | 'compute'): string {
  return `(SELECT ${table}.name FROM assignment JOIN ${table} ON ${table}.id = assignment.${table}_id WHERE assignment.id = t.assignment_id)`;
}

/** Columns whose text does not sort as it reads, by noun: addresses sort as numbers, a prefix before those inside it. */
const SORTED_BY: Record<string, Record<string, string>> = {
  ipAddress: { address: 't.sort_key' },
  prefix: { cidr: "(t.first_key || printf('%03d', CAST(substr(t.cidr, instr(t.cidr, '/') + 1) AS INTEGER)))" },
};

/** Device and port of an end of a cable, as people say it: `sw-1 Ethernet4`. */
function cableEnd(column: 'a_port_id' | 'b_port_id'): ListColumn {
  const sql = `(SELECT ifnull(object.name || ' ', '') || port.name FROM port LEFT JOIN object ON object.id = port.object_id
    WHERE port.id = t.${column})`;
  return { sql, text: true, notNull: false };
}

/** The rack of a device with a port, also of a blade, or the rack itself whose feed it is. */
function cableRack(column: 'a_port_id' | 'b_port_id'): ListColumn {
  const sql = `(SELECT rack.name FROM port LEFT JOIN placement ON placement.object_id = port.object_id
    LEFT JOIN placement AS chassis ON chassis.object_id = placement.parent_id
    JOIN rack ON rack.id = coalesce(placement.rack_id, chassis.rack_id, port.object_id) WHERE port.id = t.${column})`;
  return { sql, text: true, notNull: false };
}

/** SQL of the derived columns that definitions declare, by noun. */
const DERIVED: Record<string, Record<string, ListColumn>> = {
  compute: {
    ...DERIVED_PLACE,
    ...Object.fromEntries(RESOURCES.map((key) => [key, capacityColumn(`capacity.${key}`)])),
    ...Object.fromEntries(
      RESOURCES.map((key) => [`${key}Free`, capacityColumn(`(capacity.${key} - capacity.${key}_allocated)`)]),
    ),
    services: capacityColumn('capacity.services'),
  },
  cable: {
    a: cableEnd('a_port_id'),
    b: cableEnd('b_port_id'),
    kind: { sql: '(SELECT kind FROM port WHERE port.id = t.a_port_id)', text: false, notNull: false },
    rack: cableRack('a_port_id'),
    farRack: cableRack('b_port_id'),
  },
  group: {
    computes: { sql: '(SELECT count(*) FROM compute WHERE compute.group_id = t.id)', text: false, notNull: true },
  },
  equipment: DERIVED_PLACE,
  componentAssignment: { serials: partColumn('serial'), assetTags: partColumn('asset_tag') },
  portAssignment: {
    mapping: { sql: PORT_MAPPING, sortSql: PORT_ORDER, text: true, notNull: false },
    service: { sql: portOf('service'), text: true, notNull: false },
    compute: { sql: portOf('compute'), text: true, notNull: false },
  },
  ipAddress: {
    prefix: { sql: PREFIX_AROUND, text: true, notNull: false },
    compute: { sql: COMPUTES_WITH_ADDRESS, text: true, notNull: false },
  },
  part: {
    compute: {
      sql: `(SELECT object.name FROM component_assignment JOIN object ON object.id = component_assignment.compute_id
        WHERE component_assignment.id = t.component_assignment_id)`,
      text: true,
      notNull: false,
    },
  },
};

function partColumn(column: 'serial' | 'asset_tag'): ListColumn {
  const sql = `(SELECT group_concat(part.${column}, ', ') FROM part WHERE part.component_assignment_id = t.id)`;
  return { sql, text: true, notNull: false };
}

/** Every column of a noun that lists sort by and queries compare, by field key. */
export function listColumns(definition: NounDefinition, customFields: readonly CustomField[]): Map<string, ListColumn> {
  const columns = new Map<string, ListColumn>();
  for (const field of definition.fieldList) {
    const sortSql = SORTED_BY[definition.noun]?.[field.key];
    columns.set(field.key, { ...storedColumn(field), ...(sortSql === undefined ? {} : { sortSql }) });
  }
  for (const derived of definition.derived ?? []) {
    const column = DERIVED[definition.noun]?.[derived.key];
    if (!column) throw new Error(`${definition.noun}.${derived.key} is declared as derived but has no SQL.`);
    columns.set(derived.key, column);
  }
  for (const field of customFields) columns.set(`custom.${field.key}`, customColumn(field));
  return columns;
}

function storedColumn(field: FieldDefinition): ListColumn {
  const { kind } = field.meta;
  const notNull = !field.nullable;
  if (kind === 'reference')
    return { sql: `(SELECT name FROM object WHERE object.id = t.${field.column})`, text: true, notNull: false };
  if (kind === 'money') return { sql: `CAST(t.${field.column} AS REAL)`, text: false, notNull };
  return { sql: `t.${field.column}`, text: kind === 'text' || kind === 'multiline', notNull };
}

function customColumn(field: CustomField): ListColumn {
  // The id is ours (UUID), not typed by anyone; still it is checked before it stands in SQL.
  if (!/^[0-9a-f-]{36}$/.test(field.id)) throw new Error('A custom field has an id of the wrong form.');
  const value = `(SELECT value FROM custom_value WHERE object_id = t.id AND field_id = '${field.id}')`;
  if (field.kind === 'number') return { sql: `CAST(${value} AS REAL)`, text: false, notNull: false };
  if (field.kind === 'flag') return { sql: `(${value} = 'yes')`, text: false, notNull: false };
  return { sql: value, text: true, notNull: false };
}
