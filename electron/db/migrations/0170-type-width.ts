import type { Migration } from './migration.ts';

/** The racks that a device type is built for; types that are there fit into any, as before. */
export const typeWidth: Migration = {
  version: 170,
  name: 'type-width',
  up: (database) => {
    database.exec(`
      ALTER TABLE device_type ADD COLUMN width_inches TEXT
        CONSTRAINT device_type_width CHECK (width_inches IN ('10', '19', '21', '23'))`);
  },
};
