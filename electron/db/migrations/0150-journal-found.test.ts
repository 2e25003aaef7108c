import { expect, test } from 'vitest';
import { migrate } from '../migrate.ts';
import { databaseAt, insertObject, schemaText } from '../testing/databases.ts';

/** A log of three entries, the second about `noun`. */
function logged(noun: string, pending: number | null) {
  const database = databaseAt(110);
  insertObject(database, 'r', 'rack', 'A1');
  database.exec("INSERT INTO change_group VALUES (1, '2026-01-31', 'x', 'edit', 'x', NULL, 1, 'done')");
  const insert = database.prepare("INSERT INTO change VALUES (?, 1, ?, 'o', NULL, '{}', x'00')");
  for (const [index, entry] of ['rack', noun, 'rack'].entries()) insert.run(index + 1, entry);
  database.prepare("INSERT INTO search_entry (id, noun, name, rest, keys) VALUES ('r', 'rack', 'a1', '', '[]')").run();
  database.prepare('UPDATE search_state SET pending_after = ?').run(pending);
  return database;
}

test.each([
  { noun: 'journalEntry', before: null, after: 1, why: 'what was written from the first journal entry on is indexed' },
  { noun: 'journalEntry', before: 0, after: 0, why: 'what is further behind stays so' },
  { noun: 'journalEntry', before: 2, after: 1, why: 'what is less behind goes back to the journal' },
  { noun: 'site', before: null, after: null, why: 'without a journal nothing is behind' },
])('step 150: $why', ({ noun, before, after }) => {
  const database = logged(noun, before);
  migrate(database, 150);
  expect(database.prepare('SELECT pending_after FROM search_state').pluck().all()).toEqual([after]);
  expect(schemaText(database, 'search_text_journal')).toContain("tokenize='trigram case_sensitive 1'");
  expect(database.prepare('SELECT name FROM search_entry').pluck().all()).toEqual(['a1']);
});
