import { definitionOf } from '../../shared/domain/nouns.ts';
import { SETTING_ID } from '../../shared/domain/setting.ts';
import type { WriteDatabase } from '../db/connection.ts';
import { findRecord } from '../db/statements.ts';
import { CapacityDeriver } from '../features/capacity/deriver.ts';
import { forgetEntries } from '../features/find/pending.ts';

const SETTING = definitionOf('setting');

/** Makes capacities again from the rows, at once, and has the search entries written again in turns. */
export function mendDerived(database: WriteDatabase): void {
  database.exec('DELETE FROM capacity');
  const capacities = new CapacityDeriver();
  const settings = findRecord(database, SETTING, SETTING_ID) ?? { id: SETTING_ID };
  // Every capacity depends on how cores are counted.
  capacities.changed(SETTING, settings, settings);
  capacities.flush(database);
  forgetEntries(database);
}
