import type { Migration } from './migration.ts';

/** What was done to things, read by time: of one thing or of all. */
export const journal: Migration = {
  version: 71,
  name: 'journal',
  up: (database) => {
    database.exec(`
      CREATE TABLE journal_entry (
        id TEXT NOT NULL PRIMARY KEY,
        object_id TEXT NOT NULL REFERENCES object (id) DEFERRABLE INITIALLY DEFERRED,
        at TEXT,
        category TEXT NOT NULL, content TEXT NOT NULL, format TEXT NOT NULL, created_by TEXT,
        change_group_id INTEGER,
        corrects_id TEXT REFERENCES journal_entry (id) DEFERRABLE INITIALLY DEFERRED
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX journal_entry_object ON journal_entry (object_id, at, id);
      CREATE INDEX journal_entry_at ON journal_entry (at, id);
      CREATE INDEX journal_entry_corrects ON journal_entry (corrects_id) WHERE corrects_id IS NOT NULL;
    `);
  },
};
