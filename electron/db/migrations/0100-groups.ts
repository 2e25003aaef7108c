import type { Migration } from './migration.ts';

/** Whom machines belong to and who pays for them. */
export const groups: Migration = {
  version: 100,
  name: 'groups',
  up: (database) => {
    database.exec(`
      CREATE TABLE resource_group (
        id TEXT NOT NULL PRIMARY KEY REFERENCES object (id) DEFERRABLE INITIALLY DEFERRED,
        name TEXT NOT NULL,
        parent_id TEXT REFERENCES resource_group (id) DEFERRABLE INITIALLY DEFERRED,
        customer_number TEXT, production INTEGER NOT NULL, notes TEXT
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX resource_group_parent ON resource_group (parent_id);
      ALTER TABLE compute ADD COLUMN group_id TEXT REFERENCES resource_group (id) DEFERRABLE INITIALLY DEFERRED;
      CREATE INDEX compute_group ON compute (group_id);
    `);
  },
};
