import { expect, test } from 'vitest';
import { migrate } from '../migrate.ts';
import { databaseAt, insertObject, schemaText } from '../testing/databases.ts';

test('step 71 keeps racks and adds a journal about them', () => {
  const database = databaseAt(70);
  insertObject(database, 'r', 'rack', 'A1');
  migrate(database, 71);
  database
    .prepare(
      `INSERT INTO journal_entry (id, object_id, at, category, content, format)
       VALUES ('j', 'r', '2026-01-31T09:30:00.000Z', 'hardware', 'New door', 'plain')`,
    )
    .run();
  expect(
    database
      .prepare('SELECT name, content FROM journal_entry JOIN object ON object.id = journal_entry.object_id')
      .all(),
  ).toEqual([{ name: 'A1', content: 'New door' }]);
  expect(schemaText(database, 'journal_entry')).toContain('STRICT');
});
