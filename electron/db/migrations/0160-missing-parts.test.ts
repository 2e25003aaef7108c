import { expect, test } from 'vitest';
import { migrate } from '../migrate.ts';
import { databaseAt, insertObject, schemaText } from '../testing/databases.ts';

test('step 160 keeps every part in its place, and lets one be missing', () => {
  const database = databaseAt(159);
  insertObject(database, 'd', 'component', 'Samsung PM9A3');
  insertObject(database, 's', 'spareShelf', 'Shelf');
  database.exec(`
    INSERT INTO component (id, type, manufacturer, model, specs, templates, extra)
      VALUES ('d', 'storage', 'Samsung', 'PM9A3', '{}', '{}', '{}');
    INSERT INTO spare_shelf (id, name) VALUES ('s', 'Shelf');
    INSERT INTO part (id, component_id, serial, status, spare_shelf_id, notes) VALUES ('p', 'd', 'S1', 'spare', 's', 'new');
    INSERT INTO part (id, component_id, asset_tag, status) VALUES ('q', 'd', 'A2', 'rma');
  `);
  migrate(database, 160);
  expect(
    database.prepare('SELECT id, serial, asset_tag, status, spare_shelf_id, notes FROM part ORDER BY id').all(),
  ).toEqual([
    { id: 'p', serial: 'S1', asset_tag: null, status: 'spare', spare_shelf_id: 's', notes: 'new' },
    { id: 'q', serial: null, asset_tag: 'A2', status: 'rma', spare_shelf_id: null, notes: null },
  ]);
  database.exec("UPDATE part SET status = 'missing' WHERE id = 'q'");
  expect(() => database.exec("UPDATE part SET status = 'missing' WHERE id = 'p'")).toThrow('part_shelved');
  expect(() => database.exec("UPDATE part SET status = 'lost' WHERE id = 'q'")).toThrow('part_status');
  const indexes =
    "SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'part' AND sql IS NOT NULL ORDER BY name";
  expect(database.prepare<[], string>(indexes).pluck().all()).toEqual([
    'part_asset_tag',
    'part_assignment',
    'part_component',
    'part_serial',
    'part_shelf',
  ]);
  expect(schemaText(database, 'part')).toContain('STRICT');
});
