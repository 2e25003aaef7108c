import { expect, test } from 'vitest';
import { migrate } from '../migrate.ts';
import { databaseAt, insertObject, schemaText } from '../testing/databases.ts';

test('step 75 keeps sites and adds saved views', () => {
  const database = databaseAt(74);
  insertObject(database, 's', 'site', 'fra1');
  database.prepare("INSERT INTO site (id, name) VALUES ('s', 'fra1')").run();
  insertObject(database, 'v', 'savedView', 'full');
  migrate(database, 75);
  database
    .prepare("INSERT INTO saved_view (id, noun, name, layout, pinned) VALUES ('v', 'compute', 'full', '{}', 1)")
    .run();
  expect(database.prepare('SELECT name FROM site').all()).toEqual([{ name: 'fra1' }]);
  expect(schemaText(database, 'saved_view')).toContain('STRICT');
});
