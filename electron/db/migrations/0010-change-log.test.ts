import { expect, test } from 'vitest';
import { userVersion } from '../migrate.ts';
import { databaseAt, insertObject, schemaText } from '../testing/databases.ts';

test('step 10 makes the names and the change log in an empty file', () => {
  const database = databaseAt(0);
  expect(schemaText(database, 'change')).toBe('');

  const migrated = databaseAt(10);
  expect(userVersion(migrated)).toBe(10);
  for (const table of ['object', 'change_group', 'change']) expect(schemaText(migrated, table)).toContain('STRICT');
  expect(schemaText(migrated, 'object_name')).toContain('UNIQUE INDEX object_name ON object (family, scope, name_key)');
});

test('step 10 refuses a second name in a family and a change of nothing', () => {
  const database = databaseAt(10);
  insertObject(database, 'a', 'site', 'Berlin');
  expect(() => insertObject(database, 'b', 'site', 'BERLIN')).toThrow('UNIQUE');
  database
    .prepare(
      "INSERT INTO change_group VALUES (1, '2026-01-01T00:00:00.000Z', 'ada', 'edit', 'Create', NULL, 1, 'done')",
    )
    .run();
  const insert = database.prepare("INSERT INTO change VALUES (?, 1, 'site', 'a', NULL, ?, x'00')");
  insert.run(1, '{"name":"Berlin"}');
  expect(() => insert.run(2, null)).toThrow('change_is_something');
});
