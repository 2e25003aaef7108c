import type { WriteDatabase } from '../db/connection.ts';
import { rebuildCapacities } from '../features/capacity/rebuild.ts';
import { forgetEntries } from '../features/find/pending.ts';

/** Makes capacities again from the rows, at once, and has the search entries written again in turns. */
export function mendDerived(database: WriteDatabase): void {
  rebuildCapacities(database);
  forgetEntries(database);
}
