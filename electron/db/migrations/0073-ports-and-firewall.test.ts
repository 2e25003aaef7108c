import { expect, test } from 'vitest';
import { migrate } from '../migrate.ts';
import { databaseAt, insertObject, schemaText } from '../testing/databases.ts';

test('step 73 keeps assignments and adds their ports, each port of an address and protocol once', () => {
  const database = databaseAt(72);
  insertObject(database, 'c', 'compute', 'web-1');
  insertObject(database, 's', 'service', 'web');
  insertObject(database, 'a', 'ipAddress', '192.0.2.1');
  insertObject(database, 'f', 'firewallRule', 'ssh');
  database.exec(`
    INSERT INTO compute (id, name, type, state) VALUES ('c', 'web-1', 'baremetal', 'active');
    INSERT INTO service (id, name, min_spec, max_spec, ports, placement) VALUES ('s', 'web', '{}', '{}', '[]', '{}');
    INSERT INTO assignment (id, service_id, compute_id, quantity, allocated) VALUES ('x', 's', 'c', 1, '{}');
    INSERT INTO ip_address (id, address, state, shared, sort_key) VALUES ('a', '192.0.2.1', 'available', 0, '4c0000201');
  `);
  migrate(database, 73);
  expect(database.prepare('SELECT quantity FROM assignment').all()).toEqual([{ quantity: 1 }]);
  const port = database.prepare(
    `INSERT INTO port_assignment (id, assignment_id, ip_address_id, port, protocol, service_port)
     VALUES (?, 'x', 'a', ?, 'tcp', 80)`,
  );
  port.run('p', 8080);
  expect(() => port.run('q', 8080)).toThrow('UNIQUE');
  expect(() => port.run('q', 65_536)).toThrow('port_assignment_port');
  database.exec(`
    INSERT INTO firewall_rule (id, name, action, protocol, source, destination, port_start, port_end, priority)
    VALUES ('f', 'ssh', 'ALLOW', 'tcp', 'any', 'any', 22, 0, 100);
    INSERT INTO firewall_assignment (id, compute_id, rule_id, enabled) VALUES ('g', 'c', 'f', 1);
  `);
  expect(() => database.prepare("INSERT INTO firewall_assignment VALUES ('h', 'c', 'f', 1)").run()).toThrow('UNIQUE');
  expect(schemaText(database, 'firewall_rule')).toContain('STRICT');
});
