import { expect, test } from 'vitest';
import { migrate } from '../migrate.ts';
import { databaseAt, insertObject, schemaText } from '../testing/databases.ts';

test('step 80 keeps racks and adds audits with what was expected, seen and decided', () => {
  const database = databaseAt(79);
  insertObject(database, 's', 'site', 'fra1');
  database.prepare("INSERT INTO site (id, name) VALUES ('s', 'fra1')").run();
  insertObject(database, 'a', 'auditSession', 'Spring');
  migrate(database, 80);
  database.exec(`
    INSERT INTO audit_session (id, name, level, scope, status, expected_devices)
      VALUES ('a', 'Spring', 'presence', '{}', 'open', 1);
    INSERT INTO audit_rack (id, session_id, ordinal, rack_id, name, path, expected)
      VALUES ('k', 'a', 0, 'r', 'A1', 'fra1 / Hall 1', '[]');
    INSERT INTO observation (id, session_id, kind, raw, source, candidates) VALUES ('o', 'a', 'scan', ' SN-1', 'scanner', '[]');
    INSERT INTO audit_resolution (id, session_id, discrepancy, kind, decision, target)
      VALUES ('d', 'a', 'missing:c', 'missing', 'missing', '{}');
  `);
  expect(database.prepare('SELECT name FROM site').all()).toEqual([{ name: 'fra1' }]);
  expect(database.prepare('SELECT raw FROM observation').all()).toEqual([{ raw: ' SN-1' }]);
  const second =
    "INSERT INTO audit_rack (id, session_id, ordinal, name, path, expected) VALUES ('l', 'a', 0, '', '', '[]')";
  expect(() => database.exec(second)).toThrow('UNIQUE');
  for (const table of ['audit_session', 'audit_rack', 'observation', 'audit_resolution'])
    expect(schemaText(database, table)).toContain('STRICT');
});
