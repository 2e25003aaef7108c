import { decodeRows, findRow } from '../../db/typed-row.ts';
import type { Port, PortKind } from '../../../shared/domain/port.ts';
import type { ReadDatabase } from '../../db/connection.ts';
import { statementOf } from '../../db/statements.ts';

export function findPort(database: ReadDatabase, id: string): Port | undefined {
  return findRow(database, 'port', id);
}

function decoded(rows: readonly Record<string, unknown>[]): Port[] {
  return decodeRows('port', rows);
}

/** The ports of objects, by object, kind and number. */
export function portsOf(database: ReadDatabase, objectIds: readonly string[]): Port[] {
  return decoded(
    statementOf<[string], Record<string, unknown>>(
      database,
      `SELECT * FROM port WHERE object_id IN (SELECT value FROM json_each(?))
         ORDER BY object_id, kind, number IS NULL, number, name`,
    ).all(JSON.stringify(objectIds)),
  );
}

export function portsById(database: ReadDatabase, ids: readonly string[]): Port[] {
  return decoded(
    statementOf<[string], Record<string, unknown>>(
      database,
      'SELECT * FROM port WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id',
    ).all(JSON.stringify(ids)),
  );
}

export interface CableRow {
  readonly id: string;
  readonly aPortId: string;
  readonly bPortId: string;
  readonly type: string | null;
  readonly colour: string | null;
  readonly lengthMm: number | null;
  readonly label: string | null;
  readonly status: string;
}

/** The cables that end on any of the ports. */
export function cablesAt(database: ReadDatabase, portIds: readonly string[]): CableRow[] {
  const columns = `id, a_port_id AS aPortId, b_port_id AS bPortId, type, colour, length_mm AS lengthMm, label, status`;
  return statementOf<[{ ports: string }], CableRow>(
    database,
    `SELECT ${columns} FROM cable WHERE a_port_id IN (SELECT value FROM json_each(@ports))
       UNION SELECT ${columns} FROM cable WHERE b_port_id IN (SELECT value FROM json_each(@ports)) ORDER BY id`,
  ).all({ ports: JSON.stringify(portIds) });
}

/** The ports of an object that a name, label or number means. A bare number is an interface where there is one of it. */
export function portsNamed(
  database: ReadDatabase,
  objectId: string,
  name: string,
  kind: PortKind | undefined,
): readonly Port[] {
  const all = portsOf(database, [objectId]).filter((port) => kind === undefined || port.kind === kind);
  const wanted = name.trim().toLowerCase();
  const named = all.filter((port) => port.name.toLowerCase() === wanted);
  if (named.length > 0) return named;
  const labelled = all.filter((port) => port.label?.toLowerCase() === wanted);
  if (labelled.length > 0) return labelled;
  const numbered = /^\d+$/.test(wanted) ? all.filter((port) => port.number === Number(wanted)) : [];
  const interfaces = numbered.filter((port) => port.kind === 'interface');
  return interfaces.length > 0 ? interfaces : numbered;
}

/** The noun of the object that holds ports, or undefined when there is none such. */
export function holderNoun(database: ReadDatabase, id: string): string | undefined {
  return database.prepare<[string], string>('SELECT noun FROM object WHERE id = ?').pluck().get(id);
}

/** The type of a device, and its templates as JSON; null: it has no type. */
export function typeOf(database: ReadDatabase, deviceId: string): { id: string; templates: string } | null {
  const row = statementOf<[{ id: string }], { id: string; templates: string }>(
    database,
    `SELECT device_type.id, device_type.templates FROM device_type
       WHERE device_type.id = ifnull((SELECT device_type_id FROM compute WHERE id = @id),
         (SELECT device_type_id FROM equipment WHERE id = @id))`,
  ).get({ id: deviceId });
  return row ?? null;
}

export function templatesOf(database: ReadDatabase, deviceTypeId: string): string | undefined {
  return database.prepare<[string], string>('SELECT templates FROM device_type WHERE id = ?').pluck().get(deviceTypeId);
}
