import { expect, test } from 'vitest';
import { migrate } from '../migrate.ts';
import { databaseAt, insertObject, schemaText } from '../testing/databases.ts';

test('step 101 keeps attachments and adds pictures', () => {
  const database = databaseAt(100);
  insertObject(database, 's', 'site', 'fra1');
  database.prepare("INSERT INTO site (id, name) VALUES ('s', 'fra1')").run();
  database.prepare("INSERT INTO attachment_content (sha256, bytes) VALUES ('aa', x'ff')").run();
  migrate(database, 101);
  database
    .prepare(
      `INSERT INTO picture (id, object_id, kind, file_name, media_type, size_bytes, sha256)
       VALUES ('p', 's', 'photo', 'door.jpg', 'image/jpeg', 1, 'aa')`,
    )
    .run();
  expect(database.prepare('SELECT name FROM site').all()).toEqual([{ name: 'fra1' }]);
  expect(database.prepare('SELECT sha256 FROM attachment_content').all()).toEqual([{ sha256: 'aa' }]);
  expect(schemaText(database, 'picture')).toContain('STRICT');
});
