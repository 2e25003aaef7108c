import { expect, test } from 'vitest';
import { migrate } from '../migrate.ts';
import { databaseAt, insertObject, schemaText } from '../testing/databases.ts';

test('step 100 leaves computes in no group, and lets them be in one', () => {
  const database = databaseAt(81);
  insertObject(database, 'c', 'compute', 'web-1');
  database.prepare("INSERT INTO compute (id, name, type, state) VALUES ('c', 'web-1', 'vm', 'active')").run();
  migrate(database, 100);
  expect(database.prepare('SELECT name, group_id FROM compute').all()).toEqual([{ name: 'web-1', group_id: null }]);
  insertObject(database, 'g', 'group', 'web');
  database.prepare("INSERT INTO resource_group (id, name, production) VALUES ('g', 'web', 1)").run();
  database.prepare("UPDATE compute SET group_id = 'g'").run();
  expect(schemaText(database, 'resource_group')).toContain('STRICT');
});
