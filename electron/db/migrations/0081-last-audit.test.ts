import { expect, test } from 'vitest';
import { migrate } from '../migrate.ts';
import { databaseAt, insertObject } from '../testing/databases.ts';

test('step 81 keeps when a compute was audited and adds by whom and how closely', () => {
  const database = databaseAt(80);
  insertObject(database, 'c', 'compute', 'db-1');
  database.exec(`
    INSERT INTO compute (id, name, type, state, serial, last_audited)
      VALUES ('c', 'db-1', 'baremetal', 'active', 'SN-1', '2026-01-31T09:30:00.000Z')`);
  migrate(database, 81);
  const row = database.prepare('SELECT serial, last_audited, last_audited_by, last_audit_level FROM compute').get();
  expect(row).toEqual({
    serial: 'SN-1',
    last_audited: '2026-01-31T09:30:00.000Z',
    last_audited_by: null,
    last_audit_level: null,
  });
  const plan = database
    .prepare("EXPLAIN QUERY PLAN SELECT id FROM compute WHERE lower(serial) = 'sn-1' AND serial IS NOT NULL")
    .all();
  expect(JSON.stringify(plan)).toContain('compute_serial');
});
