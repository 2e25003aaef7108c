import { expect, test } from 'vitest';
import { migrate } from '../migrate.ts';
import { databaseAt, insertObject, schemaText } from '../testing/databases.ts';

test('step 161 keeps audits and decisions, and says which device a decision was about', () => {
  const database = databaseAt(160);
  insertObject(database, 'a', 'auditSession', 'Spring');
  insertObject(database, 'c', 'compute', 'db-1');
  database.exec(`
    INSERT INTO audit_session (id, name, level, scope, status, expected_devices)
      VALUES ('a', 'Spring', 'presence', '{}', 'open', 1);
    INSERT INTO audit_resolution (id, session_id, discrepancy, kind, decision, target, reason)
      VALUES ('d', 'a', 'missing:c', 'missing', 'carry-over', '{}', 'On loan'),
        ('e', 'a', 'unknown:x-99', 'unknown', 'ignore', '{}', 'Not ours');
  `);
  migrate(database, 161);
  expect(database.prepare('SELECT name, carried FROM audit_session').all()).toEqual([
    { name: 'Spring', carried: '[]' },
  ]);
  expect(
    database.prepare('SELECT id, reason, about_id, name, message FROM audit_resolution ORDER BY id').all(),
  ).toEqual([
    { id: 'd', reason: 'On loan', about_id: 'c', name: 'db-1', message: null },
    { id: 'e', reason: 'Not ours', about_id: null, name: null, message: null },
  ]);
  expect(schemaText(database, 'audit_session')).toContain('carried');
});
