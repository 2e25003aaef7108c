import { expect, test } from 'vitest';
import { migrate } from '../migrate.ts';
import { databaseAt, insertObject } from '../testing/databases.ts';

test.each([
  { built: 0, pending: 0, why: 'entries that were never made are all still to be made' },
  { built: 1, pending: null, why: 'entries that were made stay as they are' },
])('step 110: $why', ({ built, pending }) => {
  const database = databaseAt(75);
  insertObject(database, 's', 'site', 'fra1');
  database
    .prepare("INSERT INTO search_entry (id, noun, name, rest, keys) VALUES ('s', 'site', 'fra1', '', '[]')")
    .run();
  database.prepare('UPDATE search_state SET built = ?').run(built);
  migrate(database, 110);
  expect(database.prepare('SELECT id, pending_after FROM search_state').all()).toEqual([
    { id: 1, pending_after: pending },
  ]);
  expect(database.prepare('SELECT name FROM search_entry').all()).toEqual([{ name: 'fra1' }]);
});
