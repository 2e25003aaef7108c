import type { ReadDatabase } from '../../db/connection.ts';

/** The one assignment of a service on a compute, if there is one. */
export function presentAssignment(
  database: ReadDatabase,
  serviceId: string,
  computeId: string,
): { id: string; quantity: number } | undefined {
  return database
    .prepare<[string, string], { id: string; quantity: number }>(
      'SELECT id, quantity FROM assignment WHERE service_id = ? AND compute_id = ?',
    )
    .get(serviceId, computeId);
}
