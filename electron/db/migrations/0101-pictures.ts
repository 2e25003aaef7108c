import type { Migration } from './migration.ts';

/** Pictures of places and device types; their bytes lie with those of attachments. */
export const pictures: Migration = {
  version: 101,
  name: 'pictures',
  up: (database) => {
    database.exec(`
      CREATE TABLE picture (
        id TEXT NOT NULL PRIMARY KEY,
        object_id TEXT NOT NULL REFERENCES object (id) DEFERRABLE INITIALLY DEFERRED,
        kind TEXT NOT NULL, file_name TEXT NOT NULL, media_type TEXT NOT NULL, size_bytes INTEGER NOT NULL,
        sha256 TEXT NOT NULL, caption TEXT
      ) STRICT, WITHOUT ROWID;
      CREATE UNIQUE INDEX picture_natural ON picture (object_id, kind, file_name);
    `);
  },
};
