import type { ReadDatabase } from '../../db/connection.ts';
import { statementOf } from '../../db/statements.ts';

/** Names of the computes of a type that have this serial number. */
export function computesWithSerial(database: ReadDatabase, deviceTypeId: string, serial: string): string[] {
  const sql =
    'SELECT name FROM compute WHERE device_type_id = :deviceTypeId AND serial = :serial COLLATE NOCASE ORDER BY name';
  const rows = statementOf(database, sql).all({ deviceTypeId, serial }) as { name: string }[];
  return rows.map(({ name }) => name);
}
