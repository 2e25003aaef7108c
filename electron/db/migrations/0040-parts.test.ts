import { expect, test } from 'vitest';
import { migrate } from '../migrate.ts';
import { databaseAt, insertObject, schemaText } from '../testing/databases.ts';

function fitted() {
  const database = databaseAt(30);
  insertObject(database, 'c', 'compute', 'web-1');
  insertObject(database, 'd', 'component', 'Samsung PM9A3');
  database.prepare("INSERT INTO compute (id, name, type, state) VALUES ('c', 'web-1', 'baremetal', 'active')").run();
  database
    .prepare(
      `INSERT INTO component (id, type, manufacturer, model, specs, templates, extra)
       VALUES ('d', 'storage', 'Samsung', 'PM9A3', '{}', '{}', '{}')`,
    )
    .run();
  const fit = database.prepare(
    `INSERT INTO component_assignment (id, compute_id, component_id, quantity, slot, serial, asset_tag, hot_spare, failed)
     VALUES (?, 'c', 'd', ?, ?, ?, ?, 0, 0)`,
  );
  fit.run('one', 1, 'Bay 1', 'S1', 'A1');
  fit.run('two', 2, null, 'S2, S3', null);
  fit.run('bare', 4, null, null, null);
  return database;
}

test('step 40 turns serial numbers into parts, one for each unit where the list names each', () => {
  const database = fitted();
  migrate(database, 40);
  expect(
    database
      .prepare('SELECT component_assignment_id AS fitted, serial, asset_tag, status, slot FROM part ORDER BY serial')
      .all(),
  ).toEqual([
    { fitted: 'one', serial: 'S1', asset_tag: 'A1', status: 'fitted', slot: 'Bay 1' },
    { fitted: 'two', serial: 'S2', asset_tag: null, status: 'fitted', slot: null },
    { fitted: 'two', serial: 'S3', asset_tag: null, status: 'fitted', slot: null },
  ]);
  expect(database.prepare('SELECT id, quantity FROM component_assignment ORDER BY id').all()).toEqual([
    { id: 'bare', quantity: 4 },
    { id: 'one', quantity: 1 },
    { id: 'two', quantity: 2 },
  ]);
  expect(schemaText(database, 'component_assignment')).not.toContain('serial');
  expect(schemaText(database, 'part')).toContain('CONSTRAINT part_identified');
});
