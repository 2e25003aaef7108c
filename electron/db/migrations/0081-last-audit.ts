import type { Migration } from './migration.ts';

/** Who audited a device last and how closely; and its numbers found by a scan without reading the whole fleet. */
export const lastAudit: Migration = {
  version: 81,
  name: 'last-audit',
  up: (database) => {
    for (const table of ['compute', 'equipment'])
      database.exec(`
        ALTER TABLE ${table} ADD COLUMN last_audited_by TEXT;
        ALTER TABLE ${table} ADD COLUMN last_audit_level TEXT;
        CREATE INDEX ${table}_serial ON ${table} (lower(serial)) WHERE serial IS NOT NULL;
        CREATE INDEX ${table}_asset_tag ON ${table} (lower(asset_tag)) WHERE asset_tag IS NOT NULL;
      `);
  },
};
