import type { Migration } from './migration.ts';

/** The objects' names and the log under every write; nothing else can exist without them. */
export const changeLog: Migration = {
  version: 10,
  name: 'change-log',
  up: (database) => {
    database.exec(`
      CREATE TABLE object (
        id TEXT NOT NULL PRIMARY KEY,
        noun TEXT NOT NULL,
        name TEXT,
        name_key TEXT,
        family TEXT NOT NULL,
        scope TEXT NOT NULL,
        CONSTRAINT object_name_key CHECK ((name IS NULL) = (name_key IS NULL))
      ) STRICT, WITHOUT ROWID;
      CREATE UNIQUE INDEX object_name ON object (family, scope, name_key) WHERE name_key IS NOT NULL;
      CREATE INDEX object_noun_name ON object (noun, name_key);

      CREATE TABLE change_group (
        id INTEGER NOT NULL PRIMARY KEY,
        at TEXT NOT NULL,
        actor TEXT NOT NULL,
        kind TEXT NOT NULL CONSTRAINT change_group_kind CHECK (kind IN ('edit', 'import', 'undo', 'redo', 'revert')),
        label TEXT NOT NULL,
        target INTEGER REFERENCES change_group (id),
        first_seq INTEGER NOT NULL,
        status TEXT NOT NULL CONSTRAINT change_group_status CHECK (status IN ('done', 'undone', 'discarded'))
      ) STRICT;
      CREATE INDEX change_group_status_kind ON change_group (status, kind, id);

      CREATE TABLE change (
        seq INTEGER NOT NULL PRIMARY KEY,
        group_id INTEGER NOT NULL REFERENCES change_group (id),
        noun TEXT NOT NULL,
        object_id TEXT NOT NULL,
        before TEXT,
        after TEXT,
        hash BLOB NOT NULL,
        CONSTRAINT change_is_something CHECK (before IS NOT NULL OR after IS NOT NULL)
      ) STRICT;
      CREATE INDEX change_object ON change (object_id, seq);
      CREATE INDEX change_removed ON change (noun, json_extract(before, '$.objectId')) WHERE after IS NULL;
    `);
  },
};
