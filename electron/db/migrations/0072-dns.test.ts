import { expect, test } from 'vitest';
import { migrate } from '../migrate.ts';
import { databaseAt, insertObject, schemaText } from '../testing/databases.ts';

test('step 72 keeps addresses and adds records that may lead to them', () => {
  const database = databaseAt(71);
  insertObject(database, 'a', 'ipAddress', '192.0.2.1');
  database
    .prepare(
      "INSERT INTO ip_address (id, address, state, shared, sort_key) VALUES ('a', '192.0.2.1', 'available', 0, '4')",
    )
    .run();
  migrate(database, 72);
  const record = database.prepare(
    `INSERT INTO dns_record (id, name, type, value, zone, ttl_seconds, ip_address_id)
     VALUES (?, 'www.example.com', 'A', ?, 'example.com', 3600, 'a')`,
  );
  record.run('one', '192.0.2.1');
  record.run('two', '192.0.2.2');
  expect(() => record.run('again', '192.0.2.1')).toThrow('UNIQUE');
  expect(database.prepare('SELECT address FROM ip_address').all()).toEqual([{ address: '192.0.2.1' }]);
  expect(schemaText(database, 'dns_record')).toContain('STRICT');
});
