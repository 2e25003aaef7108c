import type { Migration } from './migration.ts';

/** Queries and columns of lists under a name. */
export const savedViews: Migration = {
  version: 75,
  name: 'saved-views',
  up: (database) => {
    database.exec(`
      CREATE TABLE saved_view (
        id TEXT NOT NULL PRIMARY KEY REFERENCES object (id) DEFERRABLE INITIALLY DEFERRED,
        noun TEXT NOT NULL, name TEXT NOT NULL, query TEXT, layout TEXT NOT NULL, pinned INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;
    `);
  },
};
