import type { Migration } from './migration.ts';

/** Zones across places, racks that count from another number than 1, and reservations that block. */
export const places: Migration = {
  version: 50,
  name: 'places',
  up: (database) => {
    database.exec(`
      CREATE TABLE zone (
        id TEXT NOT NULL PRIMARY KEY REFERENCES object (id) DEFERRABLE INITIALLY DEFERRED,
        name TEXT NOT NULL, purpose TEXT, notes TEXT
      ) STRICT, WITHOUT ROWID;
      ALTER TABLE site ADD COLUMN zone_id TEXT REFERENCES zone (id) DEFERRABLE INITIALLY DEFERRED;
      ALTER TABLE room ADD COLUMN zone_id TEXT REFERENCES zone (id) DEFERRABLE INITIALLY DEFERRED;
      ALTER TABLE rack ADD COLUMN zone_id TEXT REFERENCES zone (id) DEFERRABLE INITIALLY DEFERRED;
      ALTER TABLE rack ADD COLUMN start_unit INTEGER NOT NULL DEFAULT 1;
      CREATE INDEX rack_zone ON rack (zone_id);
      CREATE TABLE rack_reservation (
        id TEXT NOT NULL PRIMARY KEY,
        rack_id TEXT NOT NULL REFERENCES rack (id) DEFERRABLE INITIALLY DEFERRED,
        position_half_u INTEGER NOT NULL,
        height_half_u INTEGER NOT NULL CONSTRAINT rack_reservation_height CHECK (height_half_u > 0),
        face TEXT NOT NULL, reserved_for TEXT NOT NULL, until TEXT, notes TEXT
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX rack_reservation_rack ON rack_reservation (rack_id);
    `);
  },
};
