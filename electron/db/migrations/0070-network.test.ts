import { expect, test } from 'vitest';
import { migrate } from '../migrate.ts';
import { databaseAt, insertObject, schemaText } from '../testing/databases.ts';

test('step 70 keeps computes and adds addresses: one row for each, one primary for a compute', () => {
  const database = databaseAt(51);
  insertObject(database, 'c', 'compute', 'web-1');
  database.prepare("INSERT INTO compute (id, name, type, state) VALUES ('c', 'web-1', 'baremetal', 'active')").run();
  migrate(database, 70);
  expect(database.prepare('SELECT name FROM compute').all()).toEqual([{ name: 'web-1' }]);
  const address = database.prepare(
    "INSERT INTO ip_address (id, address, state, shared, sort_key) VALUES (?, ?, 'available', 0, ?)",
  );
  insertObject(database, 'a', 'ipAddress', '10.0.0.1');
  insertObject(database, 'b', 'ipAddress', '10.0.0.2');
  address.run('a', '10.0.0.1', '40a000001');
  address.run('b', '10.0.0.2', '40a000002');
  expect(() => address.run('again', '10.0.0.1', '40a000001')).toThrow('UNIQUE');
  const assign = database.prepare(
    "INSERT INTO ip_assignment (id, compute_id, ip_address_id, is_primary) VALUES (?, 'c', ?, 1)",
  );
  assign.run('x', 'a');
  expect(() => assign.run('y', 'b')).toThrow('UNIQUE');
  expect(() => database.prepare("UPDATE ip_address SET state = 'lost'").run()).toThrow('ip_address_state');
  expect(schemaText(database, 'prefix')).toContain('STRICT');
});
