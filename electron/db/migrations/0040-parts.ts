import { newId } from '../identifier.ts';
import type { WriteDatabase } from '../connection.ts';
import type { Migration } from './migration.ts';

const TABLES = `
  CREATE TABLE spare_shelf (
    id TEXT NOT NULL PRIMARY KEY REFERENCES object (id) DEFERRABLE INITIALLY DEFERRED,
    name TEXT NOT NULL,
    site_id TEXT REFERENCES site (id) DEFERRABLE INITIALLY DEFERRED,
    room_id TEXT REFERENCES room (id) DEFERRABLE INITIALLY DEFERRED,
    notes TEXT
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX spare_shelf_site ON spare_shelf (site_id);
  CREATE INDEX spare_shelf_room ON spare_shelf (room_id);
  CREATE TABLE part (
    id TEXT NOT NULL PRIMARY KEY,
    component_id TEXT NOT NULL REFERENCES component (id) DEFERRABLE INITIALLY DEFERRED,
    serial TEXT, asset_tag TEXT,
    status TEXT NOT NULL CONSTRAINT part_status CHECK (status IN ('fitted', 'spare', 'rma', 'scrap')),
    component_assignment_id TEXT REFERENCES component_assignment (id) DEFERRABLE INITIALLY DEFERRED,
    spare_shelf_id TEXT REFERENCES spare_shelf (id) DEFERRABLE INITIALLY DEFERRED,
    slot TEXT, notes TEXT,
    CONSTRAINT part_identified CHECK (serial IS NOT NULL OR asset_tag IS NOT NULL),
    CONSTRAINT part_fitted CHECK ((component_assignment_id IS NOT NULL) = (status = 'fitted')),
    CONSTRAINT part_shelved CHECK ((spare_shelf_id IS NOT NULL) = (status = 'spare'))
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX part_component ON part (component_id, status);
  CREATE INDEX part_assignment ON part (component_assignment_id);
  CREATE INDEX part_shelf ON part (spare_shelf_id);
  CREATE INDEX part_serial ON part (serial COLLATE NOCASE);
  CREATE INDEX part_asset_tag ON part (asset_tag COLLATE NOCASE);
  CREATE TABLE stock_level (
    id TEXT NOT NULL PRIMARY KEY,
    component_id TEXT NOT NULL REFERENCES component (id) DEFERRABLE INITIALLY DEFERRED,
    spare_shelf_id TEXT REFERENCES spare_shelf (id) DEFERRABLE INITIALLY DEFERRED,
    minimum INTEGER NOT NULL CONSTRAINT stock_level_minimum CHECK (minimum >= 0),
    loose_units INTEGER NOT NULL CONSTRAINT stock_level_loose CHECK (loose_units >= 0),
    CONSTRAINT stock_level_lies_somewhere CHECK (loose_units = 0 OR spare_shelf_id IS NOT NULL)
  ) STRICT, WITHOUT ROWID;
  CREATE UNIQUE INDEX stock_level_natural ON stock_level (component_id, ifnull(spare_shelf_id, ''));
  CREATE INDEX stock_level_shelf ON stock_level (spare_shelf_id);
`;

interface SerialisedRow {
  readonly id: string;
  readonly component_id: string;
  readonly quantity: number;
  readonly slot: string | null;
  readonly serial: string | null;
  readonly asset_tag: string | null;
}

/** The serial numbers that a text holds: a list with one for each unit is taken apart, anything else is one number. */
function serialsOf({ serial, quantity }: SerialisedRow): (string | null)[] {
  const list = (serial ?? '').split(/[,;\s]+/).filter((word) => word !== '');
  return quantity > 1 && list.length === quantity ? list : [serial];
}

function moveSerials(database: WriteDatabase): void {
  const rows = database
    .prepare<[], SerialisedRow>(
      `SELECT id, component_id, quantity, slot, serial, asset_tag FROM component_assignment
       WHERE serial IS NOT NULL OR asset_tag IS NOT NULL ORDER BY id`,
    )
    .all();
  const insert = database.prepare(
    `INSERT INTO part (id, component_id, serial, asset_tag, status, component_assignment_id, slot)
     VALUES (?, ?, ?, ?, 'fitted', ?, ?)`,
  );
  for (const row of rows)
    for (const [index, serial] of serialsOf(row).entries()) {
      const slot = row.quantity === 1 && (row.slot?.length ?? 0) <= 64 ? row.slot : null;
      insert.run(newId(), row.component_id, serial, index === 0 ? row.asset_tag : null, row.id, slot);
    }
}

/** Units with a serial number or an asset tag become rows of their own, so that each is in exactly one place. */
export const parts: Migration = {
  version: 40,
  name: 'parts',
  up: (database) => {
    database.exec(TABLES);
    moveSerials(database);
    database.exec(`
      ALTER TABLE component_assignment DROP COLUMN serial;
      ALTER TABLE component_assignment DROP COLUMN asset_tag;
    `);
  },
};
