import type { Migration } from './migration.ts';

/**
 * What finding reads, in folded text: an entry for each thing with its name and the rest of its words, keys that are found
 * by their beginning, and the trigrams of it all. Derived: never in the change log, always made anew from the rows.
 */
export const search: Migration = {
  version: 74,
  name: 'search',
  up: (database) => {
    database.exec(`
      CREATE TABLE search_entry (
        entry INTEGER PRIMARY KEY,
        id TEXT NOT NULL, noun TEXT NOT NULL, name TEXT NOT NULL, rest TEXT NOT NULL, keys TEXT NOT NULL
      ) STRICT;
      CREATE UNIQUE INDEX search_entry_id ON search_entry (id);
      CREATE INDEX search_entry_name ON search_entry (name, entry);
      CREATE INDEX search_entry_noun_name ON search_entry (noun, name, entry);
      CREATE TABLE search_key (
        key TEXT NOT NULL, entry INTEGER NOT NULL, PRIMARY KEY (key, entry)
      ) STRICT, WITHOUT ROWID;
      CREATE VIRTUAL TABLE search_text USING fts5 (
        noun, name, rest, content='', contentless_delete=1, tokenize='trigram case_sensitive 1'
      );
      CREATE TABLE search_state (
        id INTEGER PRIMARY KEY CONSTRAINT search_state_one_row CHECK (id = 1),
        built INTEGER NOT NULL
      ) STRICT;
      INSERT INTO search_state (id, built) VALUES (1, 0);
    `);
  },
};
