import type { Migration } from './migration.ts';

/**
 * Discrepancies that one audit carried over are noted in the next one over the same devices. Of decisions that were made before,
 * the device is read from the key, where it names one.
 */
export const carriedOver: Migration = {
  version: 161,
  name: 'carried-over',
  up: (database) => {
    database.exec(`
      ALTER TABLE audit_session ADD COLUMN carried TEXT NOT NULL DEFAULT '[]';
      ALTER TABLE audit_resolution ADD COLUMN about_id TEXT;
      ALTER TABLE audit_resolution ADD COLUMN name TEXT;
      ALTER TABLE audit_resolution ADD COLUMN message TEXT;
      UPDATE audit_resolution SET about_id = substr(discrepancy, instr(discrepancy, ':') + 1)
        WHERE substr(discrepancy, instr(discrepancy, ':') + 1) IN (SELECT id FROM object);
      UPDATE audit_resolution SET name = (SELECT name FROM object WHERE id = about_id) WHERE about_id IS NOT NULL;
    `);
  },
};
