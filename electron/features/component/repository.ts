import type { ReadDatabase } from '../../db/connection.ts';

/** Names of the device types whose default build holds the component. */
export function deviceTypesBuiltWith(database: ReadDatabase, componentId: string): string[] {
  return database
    .prepare<[string], string>(
      `SELECT DISTINCT manufacturer || ' ' || model FROM device_type, json_each(device_type.build) AS line
       WHERE line.value ->> 'componentId' = ? ORDER BY 1`,
    )
    .pluck()
    .all(componentId);
}
