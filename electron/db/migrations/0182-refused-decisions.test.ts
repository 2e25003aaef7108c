import { expect, test } from 'vitest';
import { migrate } from '../migrate.ts';
import { databaseAt, insertObject } from '../testing/databases.ts';

test('step 182 keeps decisions of audits, none of them refused', () => {
  const database = databaseAt(181);
  insertObject(database, 'a', 'auditSession', 'Spring');
  database.exec(`
    INSERT INTO audit_session (id, name, level, scope, status, expected_devices, carried)
      VALUES ('a', 'Spring', 'presence', '{}', 'open', 1, '[]');
    INSERT INTO audit_resolution (id, session_id, discrepancy, kind, decision, target, reason)
      VALUES ('d', 'a', 'missing:c', 'missing', 'ignore', '{}', 'On loan')`);
  migrate(database, 182);
  const kept = database.prepare('SELECT decision, reason, applied_at, refusal FROM audit_resolution').all();
  expect(kept).toEqual([{ decision: 'ignore', reason: 'On loan', applied_at: null, refusal: null }]);
  database.exec("UPDATE audit_resolution SET refusal = 'U5 is taken by db-1.'");
});
