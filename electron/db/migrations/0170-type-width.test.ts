import { expect, test } from 'vitest';
import { migrate } from '../migrate.ts';
import { databaseAt, insertObject } from '../testing/databases.ts';

test('step 170 keeps device types without a width and takes only widths of racks', () => {
  const database = databaseAt(169);
  insertObject(database, 'd', 'deviceType', 'Acme Server');
  database.exec(`
    INSERT INTO device_type (id, manufacturer, model, height_half_u, full_depth, templates, slots, build, extra)
      VALUES ('d', 'Acme', 'Server', 4, 1, '{}', '[]', '[]', '{}')`);
  migrate(database, 170);
  expect(database.prepare('SELECT model, height_half_u, width_inches FROM device_type').all()).toEqual([
    { model: 'Server', height_half_u: 4, width_inches: null },
  ]);
  database.exec(`UPDATE device_type SET width_inches = '21'`);
  expect(() => database.exec(`UPDATE device_type SET width_inches = '20'`)).toThrow('device_type_width');
});
