import { expect, test } from 'vitest';
import { migrate } from '../migrate.ts';
import { databaseAt, insertObject, schemaText } from '../testing/databases.ts';

test('step 20 keeps the log and the names, and adds the first nouns with their one row of settings', () => {
  const database = databaseAt(10);
  insertObject(database, 'a', 'site', 'Berlin');
  migrate(database, 20);
  expect(database.prepare('SELECT id, name FROM object').all()).toEqual([{ id: 'a', name: 'Berlin' }]);
  expect(database.prepare('SELECT * FROM setting').all()).toEqual([
    { id: 'workspace', cores_count: 'cores', currency: 'EUR' },
  ]);
  expect(schemaText(database, 'compute')).toContain('name TEXT NOT NULL, type TEXT NOT NULL, state TEXT NOT NULL');
  expect(schemaText(database, 'rack')).toContain('CONSTRAINT rack_height CHECK (height_u BETWEEN 1 AND 60)');
});

test('step 20 holds a row to what a row can know', () => {
  const database = databaseAt(20);
  insertObject(database, 's', 'site', 'Berlin');
  database.prepare("INSERT INTO site (id, name) VALUES ('s', 'Berlin')").run();
  const rack = database.prepare(
    `INSERT INTO rack (id, name, room_id, height_u, numbering, width_inches, feeds, status)
     VALUES ('r', 'R1', 'm', ?, 'bottom', '19', '[]', 'active')`,
  );
  expect(() => rack.run(0)).toThrow('rack_height');
  const placement = database.prepare(
    `INSERT INTO placement (id, object_id, rack_id, height_half_u, face, width_parts, width_offset, width_span)
     VALUES ('p', 's', NULL, 2, 'both', 1, 0, 1)`,
  );
  expect(() => placement.run()).toThrow('placement_somewhere');
  expect(() => database.prepare("INSERT INTO setting VALUES ('other', 'cores', 'EUR')").run()).toThrow(
    'setting_one_row',
  );
});
