import type { Migration } from './migration.ts';

/** Photos and documents of journal entries: their bytes once for each content, so that undo and redo need not copy them. */
export const attachments: Migration = {
  version: 76,
  name: 'attachments',
  up: (database) => {
    database.exec(`
      CREATE TABLE attachment (
        id TEXT NOT NULL PRIMARY KEY,
        journal_entry_id TEXT NOT NULL REFERENCES journal_entry (id) DEFERRABLE INITIALLY DEFERRED,
        file_name TEXT NOT NULL, media_type TEXT NOT NULL, size_bytes INTEGER NOT NULL, sha256 TEXT NOT NULL,
        caption TEXT
      ) STRICT, WITHOUT ROWID;
      CREATE UNIQUE INDEX attachment_natural ON attachment (journal_entry_id, file_name);
      CREATE TABLE attachment_content (
        sha256 TEXT NOT NULL PRIMARY KEY,
        bytes BLOB NOT NULL
      ) STRICT;
    `);
  },
};
