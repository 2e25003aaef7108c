import { expect, test } from 'vitest';
import { migrate } from '../migrate.ts';
import { databaseAt, insertObject, schemaText } from '../testing/databases.ts';

test('step 30 keeps computes and adds the derived capacity beside them', () => {
  const database = databaseAt(20);
  insertObject(database, 'c', 'compute', 'web-1');
  database.prepare("INSERT INTO compute (id, name, type, state) VALUES ('c', 'web-1', 'baremetal', 'active')").run();
  migrate(database, 30);
  expect(database.prepare('SELECT id, name, state FROM compute').all()).toEqual([
    { id: 'c', name: 'web-1', state: 'active' },
  ]);
  expect(schemaText(database, 'capacity')).toContain('compute_id TEXT NOT NULL PRIMARY KEY REFERENCES compute (id)');
  const capacity = database.prepare(
    'INSERT INTO capacity VALUES (?, 8, 16384, 0, 960, 0, 2, 4096, 0, 0, 0, 1, 300, 0)',
  );
  expect(capacity.run('c').changes).toBe(1);
  expect(() => capacity.run('c')).toThrow('UNIQUE');
});
