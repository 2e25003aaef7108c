import type { WriteDatabase } from '../../db/connection.ts';
import { CapacityReader, capacityWriter } from './repository.ts';

/** Makes the capacity of every compute again from its parts and assignments. */
export function rebuildCapacities(database: WriteDatabase): void {
  database.exec('DELETE FROM capacity');
  const reader = new CapacityReader(database);
  const writer = capacityWriter(database);
  reader.everyCompute((id, totals, booked) => writer.write(id, totals, booked));
}
