import type { Migration } from './migration.ts';

/** Slots and the default build of device types, slots of a compute's own, and sizes that providers sell. */
export const slotsAndFlavors: Migration = {
  version: 41,
  name: 'slots-and-flavors',
  up: (database) => {
    database.exec(`
      CREATE TABLE flavor (
        id TEXT NOT NULL PRIMARY KEY REFERENCES object (id) DEFERRABLE INITIALLY DEFERRED,
        name TEXT NOT NULL, provider TEXT,
        cores INTEGER NOT NULL, memory_mb INTEGER NOT NULL, vram_mb INTEGER NOT NULL, nvme_gb INTEGER NOT NULL,
        gpu INTEGER NOT NULL, monthly_cost TEXT, currency TEXT, notes TEXT
      ) STRICT, WITHOUT ROWID;
      ALTER TABLE device_type ADD COLUMN slots TEXT NOT NULL DEFAULT '[]';
      ALTER TABLE device_type ADD COLUMN build TEXT NOT NULL DEFAULT '[]';
      ALTER TABLE compute ADD COLUMN slots TEXT;
      ALTER TABLE compute ADD COLUMN flavor_id TEXT REFERENCES flavor (id) DEFERRABLE INITIALLY DEFERRED;
      CREATE INDEX compute_flavor ON compute (flavor_id);
      CREATE INDEX compute_contract_end ON compute (contract_end) WHERE contract_end IS NOT NULL;
      CREATE INDEX compute_renewal ON compute (renewal_date) WHERE renewal_date IS NOT NULL;
    `);
  },
};
