import type { Migration } from './migration.ts';

/** A part that an audit did not find is missing: in no compute, on no shelf, and not sent anywhere. */
export const missingParts: Migration = {
  version: 160,
  name: 'missing-parts',
  up: (database) => {
    database.exec(`
      CREATE TABLE part_next (
        id TEXT NOT NULL PRIMARY KEY,
        component_id TEXT NOT NULL REFERENCES component (id) DEFERRABLE INITIALLY DEFERRED,
        serial TEXT, asset_tag TEXT,
        status TEXT NOT NULL CONSTRAINT part_status CHECK (status IN ('fitted', 'spare', 'rma', 'scrap', 'missing')),
        component_assignment_id TEXT REFERENCES component_assignment (id) DEFERRABLE INITIALLY DEFERRED,
        spare_shelf_id TEXT REFERENCES spare_shelf (id) DEFERRABLE INITIALLY DEFERRED,
        slot TEXT, notes TEXT,
        CONSTRAINT part_identified CHECK (serial IS NOT NULL OR asset_tag IS NOT NULL),
        CONSTRAINT part_fitted CHECK ((component_assignment_id IS NOT NULL) = (status = 'fitted')),
        CONSTRAINT part_shelved CHECK ((spare_shelf_id IS NOT NULL) = (status = 'spare'))
      ) STRICT, WITHOUT ROWID;
      INSERT INTO part_next SELECT id, component_id, serial, asset_tag, status, component_assignment_id, spare_shelf_id, slot,
        notes FROM part;
      DROP TABLE part;
      ALTER TABLE part_next RENAME TO part;
      CREATE INDEX part_component ON part (component_id, status);
      CREATE INDEX part_assignment ON part (component_assignment_id);
      CREATE INDEX part_shelf ON part (spare_shelf_id);
      CREATE INDEX part_serial ON part (serial COLLATE NOCASE);
      CREATE INDEX part_asset_tag ON part (asset_tag COLLATE NOCASE);
    `);
  },
};
