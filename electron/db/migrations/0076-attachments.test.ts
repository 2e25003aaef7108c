import { expect, test } from 'vitest';
import { migrate } from '../migrate.ts';
import { databaseAt, insertObject, schemaText } from '../testing/databases.ts';

test('step 76 keeps journal entries and adds attachments to them', () => {
  const database = databaseAt(75);
  insertObject(database, 'r', 'rack', 'A1');
  database.exec(`
    INSERT INTO journal_entry (id, object_id, at, category, content, format)
    VALUES ('j', 'r', '2026-01-31T09:30:00.000Z', 'hardware', 'New door', 'plain')
  `);
  migrate(database, 76);
  const attach = database.prepare(
    `INSERT INTO attachment (id, journal_entry_id, file_name, media_type, size_bytes, sha256)
     VALUES (?, 'j', 'door.jpg', 'image/jpeg', 3, 'x')`,
  );
  attach.run('a');
  expect(() => attach.run('b')).toThrow('UNIQUE');
  expect(database.prepare('SELECT content FROM journal_entry').all()).toEqual([{ content: 'New door' }]);
  expect(schemaText(database, 'attachment_content')).toContain('BLOB');
});
