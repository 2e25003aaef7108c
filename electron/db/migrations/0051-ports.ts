import type { Migration } from './migration.ts';

/** Ports and the cables between them. The MAC index holds bare digits, because addresses are kept as typed. */
export const ports: Migration = {
  version: 51,
  name: 'ports',
  up: (database) => {
    database.exec(`
      CREATE TABLE port (
        id TEXT NOT NULL PRIMARY KEY,
        object_id TEXT NOT NULL REFERENCES object (id) DEFERRABLE INITIALLY DEFERRED,
        kind TEXT NOT NULL, name TEXT NOT NULL, label TEXT, type TEXT, number INTEGER,
        mac TEXT, vlan INTEGER, speed_mbps INTEGER,
        management_only INTEGER NOT NULL, mark_connected INTEGER NOT NULL,
        maximum_draw_watts INTEGER, allocated_draw_watts INTEGER, feed_leg TEXT,
        inner_port_id TEXT REFERENCES port (id) DEFERRABLE INITIALLY DEFERRED,
        inner_position INTEGER,
        positions INTEGER NOT NULL CONSTRAINT port_positions CHECK (positions > 0),
        notes TEXT
      ) STRICT, WITHOUT ROWID;
      CREATE UNIQUE INDEX port_natural ON port (object_id, kind, name COLLATE NOCASE);
      CREATE INDEX port_inner ON port (inner_port_id) WHERE inner_port_id IS NOT NULL;
      CREATE INDEX port_mac ON port (lower(replace(replace(replace(mac, ':', ''), '-', ''), '.', '')))
        WHERE mac IS NOT NULL;
      CREATE TABLE cable (
        id TEXT NOT NULL PRIMARY KEY,
        a_port_id TEXT NOT NULL REFERENCES port (id) DEFERRABLE INITIALLY DEFERRED,
        b_port_id TEXT NOT NULL REFERENCES port (id) DEFERRABLE INITIALLY DEFERRED,
        type TEXT, colour TEXT, length_mm INTEGER, label TEXT, status TEXT NOT NULL, notes TEXT,
        CONSTRAINT cable_two_ports CHECK (a_port_id <> b_port_id)
      ) STRICT, WITHOUT ROWID;
      CREATE UNIQUE INDEX cable_a_port ON cable (a_port_id);
      CREATE UNIQUE INDEX cable_b_port ON cable (b_port_id);
    `);
  },
};
