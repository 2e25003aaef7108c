import type { Migration } from './migration.ts';

/** What zones say: one row for each name, type and value. */
export const dns: Migration = {
  version: 72,
  name: 'dns',
  up: (database) => {
    database.exec(`
      CREATE TABLE dns_record (
        id TEXT NOT NULL PRIMARY KEY,
        name TEXT NOT NULL, type TEXT NOT NULL, value TEXT, zone TEXT,
        ttl_seconds INTEGER NOT NULL,
        ip_address_id TEXT REFERENCES ip_address (id) DEFERRABLE INITIALLY DEFERRED,
        notes TEXT
      ) STRICT, WITHOUT ROWID;
      CREATE UNIQUE INDEX dns_record_natural ON dns_record (zone, name, type, value);
      CREATE INDEX dns_record_name ON dns_record (name COLLATE NOCASE, id);
      CREATE INDEX dns_record_value ON dns_record (value);
      CREATE INDEX dns_record_address ON dns_record (ip_address_id) WHERE ip_address_id IS NOT NULL;
    `);
  },
};
