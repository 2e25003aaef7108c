import type { ReadDatabase } from '../../db/connection.ts';

/** Override reasons by service and then by compute. */
export function overrideReasons(database: ReadDatabase): Map<string, Map<string, string>> {
  const rows = database
    .prepare<[], { serviceId: string; computeId: string; reason: string }>(
      `SELECT service_id AS serviceId, compute_id AS computeId, override_reason AS reason
       FROM assignment WHERE override_reason IS NOT NULL`,
    )
    .all();
  const found = new Map<string, Map<string, string>>();
  for (const { serviceId, computeId, reason } of rows)
    found.set(serviceId, (found.get(serviceId) ?? new Map<string, string>()).set(computeId, reason));
  return found;
}

/** A free-text field of every compute, by id, for grouping; computes without a value are left out. */
export function computeTexts(database: ReadDatabase, column: 'owner' | 'role'): Map<string, string> {
  const sql =
    column === 'owner'
      ? 'SELECT id, owner AS text FROM compute WHERE owner IS NOT NULL'
      : 'SELECT id, role AS text FROM compute WHERE role IS NOT NULL';
  const rows = database.prepare<[], { id: string; text: string }>(sql).all();
  return new Map(rows.map(({ id, text }) => [id, text]));
}
