import { expect, test } from 'vitest';
import { migrate } from '../migrate.ts';
import { databaseAt, insertObject, schemaText } from '../testing/databases.ts';

test('step 51 keeps devices and adds their ports, each with one cable at most', () => {
  const database = databaseAt(50);
  insertObject(database, 'e', 'equipment', 'switch-1');
  database.prepare("INSERT INTO equipment (id, name, type, state) VALUES ('e', 'switch-1', 'switch', 'active')").run();
  migrate(database, 51);
  expect(database.prepare('SELECT name FROM equipment').all()).toEqual([{ name: 'switch-1' }]);
  const port = database.prepare(
    `INSERT INTO port (id, object_id, kind, name, management_only, mark_connected, positions)
     VALUES (?, 'e', 'interface', ?, 0, 0, 1)`,
  );
  for (const name of ['eth0', 'eth1', 'eth2']) port.run(name, name);
  expect(() => port.run('again', 'ETH0')).toThrow('UNIQUE');
  const cable = database.prepare("INSERT INTO cable (id, a_port_id, b_port_id, status) VALUES (?, ?, ?, 'connected')");
  cable.run('k1', 'eth0', 'eth1');
  expect(() => cable.run('k2', 'eth0', 'eth2')).toThrow('UNIQUE');
  expect(() => cable.run('k3', 'eth2', 'eth2')).toThrow('cable_two_ports');
  expect(schemaText(database, 'port')).toContain('STRICT');
});
