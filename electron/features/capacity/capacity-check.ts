import type { Damage } from '../../../shared/contract/damage.ts';
import { RESOURCE_KEYS } from '../../../shared/domain/resource.ts';
import type { ReadDatabase } from '../../db/connection.ts';
import { onwards } from '../../db/scrub/order.ts';
import { tableDamage } from '../../db/scrub/sentences.ts';
import { CapacityReader } from './repository.ts';

const SLICE = 1000;

type CapacityRow = Readonly<Record<string, unknown>> & { readonly compute_id: string };

/** Compares what is kept of each compute's capacity with what its parts and assignments add up to. */
export function* capacityDamage(database: ReadDatabase): Generator<readonly Damage[]> {
  const reader = new CapacityReader(database);
  const slice = database.prepare<[string, number], CapacityRow>(
    'SELECT * FROM capacity WHERE compute_id > ? ORDER BY compute_id LIMIT ?',
  );
  for (let from = ''; ;) {
    const rows: CapacityRow[] = slice.all(from, SLICE);
    yield rows.filter((row) => !isRight(reader, row)).map(({ compute_id: id }) => wrong(database, id));
    const last = rows.at(-1);
    if (!last) break;
    from = onwards(from, last.compute_id);
  }
  const without = 'SELECT id FROM compute WHERE id NOT IN (SELECT compute_id FROM capacity)';
  yield database
    .prepare<[], string>(without)
    .pluck()
    .all()
    .map((id) => wrong(database, id));
}

function wrong(database: ReadDatabase, id: string): Damage {
  const name = database.prepare<[string], string>('SELECT name FROM object WHERE id = ?').pluck().get(id) ?? null;
  const message = `The capacity of ${name === null ? id : `"${name}"`} is not what its parts add up to.`;
  return { ...tableDamage('derived', 'capacity', message), noun: 'compute', name, id };
}

function isRight(reader: CapacityReader, row: CapacityRow): boolean {
  const totals = reader.totals(row.compute_id);
  const { allocated, services } = reader.booked(row.compute_id);
  return (
    RESOURCE_KEYS.every((key) => row[key] === totals[key] && row[`${key}_allocated`] === allocated[key]) &&
    row['services'] === services &&
    row['draw_watts'] === totals.estimatedDrawWatts &&
    row['weight_grams'] === totals.weightGrams
  );
}
