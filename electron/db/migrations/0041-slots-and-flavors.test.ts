import { expect, test } from 'vitest';
import { migrate } from '../migrate.ts';
import { databaseAt, insertObject, schemaText } from '../testing/databases.ts';

test('step 41 gives device types empty slots and builds, and computes none of their own', () => {
  const database = databaseAt(40);
  insertObject(database, 't', 'deviceType', 'Dell R650');
  insertObject(database, 'c', 'compute', 'web-1');
  database
    .prepare(
      `INSERT INTO device_type (id, manufacturer, model, height_half_u, full_depth, templates, extra)
       VALUES ('t', 'Dell', 'R650', 2, 1, '{}', '{}')`,
    )
    .run();
  database
    .prepare("INSERT INTO compute (id, name, type, state, device_type_id) VALUES ('c', 'web-1', 'vm', 'active', 't')")
    .run();
  migrate(database, 41);
  expect(database.prepare('SELECT model, slots, build FROM device_type').all()).toEqual([
    { model: 'R650', slots: '[]', build: '[]' },
  ]);
  expect(database.prepare('SELECT name, slots, flavor_id FROM compute').all()).toEqual([
    { name: 'web-1', slots: null, flavor_id: null },
  ]);
  expect(schemaText(database, 'flavor')).toContain('cores INTEGER NOT NULL, memory_mb INTEGER NOT NULL');
});
