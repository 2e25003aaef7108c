import { expect, test } from 'vitest';
import { migrate } from '../migrate.ts';
import { databaseAt, insertObject, schemaText } from '../testing/databases.ts';

test('step 50 keeps sites, rooms and racks: in no zone, counted from 1', () => {
  const database = databaseAt(41);
  for (const [id, noun, name] of [
    ['s', 'site', 'Berlin'],
    ['m', 'room', 'Hall 1'],
    ['r', 'rack', 'R1'],
  ] as const)
    insertObject(database, id, noun, name);
  database.prepare("INSERT INTO site (id, name) VALUES ('s', 'Berlin')").run();
  database.prepare("INSERT INTO room (id, name, site_id) VALUES ('m', 'Hall 1', 's')").run();
  database
    .prepare(
      `INSERT INTO rack (id, name, room_id, height_u, numbering, width_inches, feeds, status)
       VALUES ('r', 'R1', 'm', 42, 'bottom', '19', '[]', 'active')`,
    )
    .run();
  migrate(database, 50);
  expect(database.prepare('SELECT name, zone_id, start_unit FROM rack').all()).toEqual([
    { name: 'R1', zone_id: null, start_unit: 1 },
  ]);
  expect(database.prepare('SELECT name, zone_id FROM site UNION ALL SELECT name, zone_id FROM room').all()).toEqual([
    { name: 'Berlin', zone_id: null },
    { name: 'Hall 1', zone_id: null },
  ]);
  expect(schemaText(database, 'rack_reservation')).toContain('CHECK (height_half_u > 0)');
});
