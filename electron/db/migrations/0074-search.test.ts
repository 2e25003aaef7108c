import { expect, test } from 'vitest';
import { migrate } from '../migrate.ts';
import { databaseAt, insertObject, schemaText } from '../testing/databases.ts';

test('step 74 keeps objects and says that their search entries are still to be made', () => {
  const database = databaseAt(73);
  insertObject(database, 's', 'site', 'fra1');
  migrate(database, 74);
  expect(database.prepare("SELECT name FROM object WHERE noun = 'site'").all()).toEqual([{ name: 'fra1' }]);
  expect(database.prepare('SELECT built FROM search_state').all()).toEqual([{ built: 0 }]);
  database.prepare("INSERT INTO search_text (rowid, noun, name, rest) VALUES (7, 'site', 'fra1', 'frankfurt')").run();
  const found = database.prepare('SELECT rowid AS entry FROM search_text WHERE search_text MATCH ?');
  expect(found.all('"ankf"')).toEqual([{ entry: 7 }]);
  database.prepare('DELETE FROM search_text WHERE rowid = 7').run();
  expect(found.all('"ankf"')).toEqual([]);
  expect(schemaText(database, 'search_text')).toContain('trigram');
});
