import type { Migration } from './migration.ts';

const PLACES = `
  CREATE TABLE setting (
    id TEXT NOT NULL PRIMARY KEY CONSTRAINT setting_one_row CHECK (id = 'workspace'),
    cores_count TEXT NOT NULL CONSTRAINT setting_cores_count CHECK (cores_count IN ('cores', 'threads')),
    currency TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE site (
    id TEXT NOT NULL PRIMARY KEY REFERENCES object (id) DEFERRABLE INITIALLY DEFERRED,
    name TEXT NOT NULL, region TEXT, provider TEXT, address TEXT, time_zone TEXT, notes TEXT
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE room (
    id TEXT NOT NULL PRIMARY KEY REFERENCES object (id) DEFERRABLE INITIALLY DEFERRED,
    name TEXT NOT NULL,
    site_id TEXT NOT NULL REFERENCES site (id) DEFERRABLE INITIALLY DEFERRED,
    notes TEXT
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX room_site ON room (site_id);
  CREATE TABLE rack_row (
    id TEXT NOT NULL PRIMARY KEY REFERENCES object (id) DEFERRABLE INITIALLY DEFERRED,
    name TEXT NOT NULL,
    room_id TEXT NOT NULL REFERENCES room (id) DEFERRABLE INITIALLY DEFERRED,
    ordinal INTEGER, notes TEXT
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX rack_row_room ON rack_row (room_id);
  CREATE TABLE rack (
    id TEXT NOT NULL PRIMARY KEY REFERENCES object (id) DEFERRABLE INITIALLY DEFERRED,
    name TEXT NOT NULL,
    room_id TEXT NOT NULL REFERENCES room (id) DEFERRABLE INITIALLY DEFERRED,
    row_id TEXT REFERENCES rack_row (id) DEFERRABLE INITIALLY DEFERRED,
    ordinal INTEGER,
    height_u INTEGER NOT NULL CONSTRAINT rack_height CHECK (height_u BETWEEN 1 AND 60),
    numbering TEXT NOT NULL, width_inches TEXT NOT NULL, depth_mm INTEGER, maximum_weight_grams INTEGER,
    feeds TEXT NOT NULL, status TEXT NOT NULL, role TEXT, serial TEXT, asset_tag TEXT, notes TEXT
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX rack_room ON rack (room_id);
  CREATE INDEX rack_row_id ON rack (row_id);
`;

const MACHINES = `
  CREATE TABLE device_type (
    id TEXT NOT NULL PRIMARY KEY REFERENCES object (id) DEFERRABLE INITIALLY DEFERRED,
    manufacturer TEXT NOT NULL, model TEXT NOT NULL, part_number TEXT, slug TEXT,
    height_half_u INTEGER NOT NULL, full_depth INTEGER NOT NULL, depth_mm INTEGER, weight_grams INTEGER,
    airflow TEXT, power_watts INTEGER, subdevice_role TEXT, templates TEXT NOT NULL,
    list_price TEXT, currency TEXT, lead_time_days INTEGER, comments TEXT, extra TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE UNIQUE INDEX device_type_natural ON device_type (manufacturer COLLATE NOCASE, model COLLATE NOCASE);
  CREATE TABLE compute (
    id TEXT NOT NULL PRIMARY KEY REFERENCES object (id) DEFERRABLE INITIALLY DEFERRED,
    name TEXT NOT NULL, type TEXT NOT NULL, state TEXT NOT NULL, provider TEXT, region TEXT, role TEXT, owner TEXT,
    device_type_id TEXT REFERENCES device_type (id) DEFERRABLE INITIALLY DEFERRED,
    serial TEXT, asset_tag TEXT, last_audited TEXT,
    stated_cores INTEGER, stated_memory_mb INTEGER, stated_vram_mb INTEGER, stated_nvme_gb INTEGER, stated_gpu INTEGER,
    monthly_cost TEXT, annual_cost TEXT, currency TEXT, contract_end TEXT, renewal_date TEXT, notes TEXT
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX compute_name ON compute (name COLLATE NOCASE, id, serial, asset_tag);
  CREATE INDEX compute_state ON compute (state, name COLLATE NOCASE, id);
  CREATE INDEX compute_device_type ON compute (device_type_id);
  CREATE TABLE equipment (
    id TEXT NOT NULL PRIMARY KEY REFERENCES object (id) DEFERRABLE INITIALLY DEFERRED,
    name TEXT, type TEXT NOT NULL, state TEXT NOT NULL, role TEXT, owner TEXT,
    device_type_id TEXT REFERENCES device_type (id) DEFERRABLE INITIALLY DEFERRED,
    serial TEXT, asset_tag TEXT, last_audited TEXT, notes TEXT
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX equipment_name ON equipment (name COLLATE NOCASE, id, serial, asset_tag);
  CREATE INDEX equipment_device_type ON equipment (device_type_id);
  CREATE TABLE placement (
    id TEXT NOT NULL PRIMARY KEY,
    object_id TEXT NOT NULL REFERENCES object (id) DEFERRABLE INITIALLY DEFERRED,
    rack_id TEXT REFERENCES rack (id) DEFERRABLE INITIALLY DEFERRED,
    position_half_u INTEGER, height_half_u INTEGER NOT NULL, face TEXT NOT NULL,
    width_parts INTEGER NOT NULL, width_offset INTEGER NOT NULL, width_span INTEGER NOT NULL, side TEXT,
    parent_id TEXT REFERENCES object (id) DEFERRABLE INITIALLY DEFERRED,
    bay TEXT,
    CONSTRAINT placement_somewhere CHECK ((rack_id IS NULL) <> (parent_id IS NULL))
  ) STRICT, WITHOUT ROWID;
  CREATE UNIQUE INDEX placement_object ON placement (object_id);
  CREATE INDEX placement_rack ON placement (rack_id);
  CREATE INDEX placement_parent ON placement (parent_id);
`;

const PARTS_AND_SERVICES = `
  CREATE TABLE component (
    id TEXT NOT NULL PRIMARY KEY REFERENCES object (id) DEFERRABLE INITIALLY DEFERRED,
    type TEXT NOT NULL, manufacturer TEXT NOT NULL, model TEXT NOT NULL, part_number TEXT,
    specs TEXT NOT NULL, templates TEXT NOT NULL, power_watts INTEGER, weight_grams INTEGER,
    list_price TEXT, currency TEXT, lead_time_days INTEGER, notes TEXT, extra TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE UNIQUE INDEX component_natural
    ON component (type, manufacturer COLLATE NOCASE, model COLLATE NOCASE, ifnull(part_number, '') COLLATE NOCASE);
  CREATE TABLE component_assignment (
    id TEXT NOT NULL PRIMARY KEY,
    compute_id TEXT NOT NULL REFERENCES compute (id) DEFERRABLE INITIALLY DEFERRED,
    component_id TEXT NOT NULL REFERENCES component (id) DEFERRABLE INITIALLY DEFERRED,
    quantity INTEGER NOT NULL CONSTRAINT component_assignment_quantity CHECK (quantity > 0),
    slot TEXT, serial TEXT, asset_tag TEXT, raid_level TEXT, raid_group TEXT,
    raid_implementation TEXT, raid_nominal_members INTEGER,
    hot_spare INTEGER NOT NULL, failed INTEGER NOT NULL, installed_at TEXT, warranty_end TEXT, notes TEXT
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX component_assignment_compute ON component_assignment (compute_id);
  CREATE INDEX component_assignment_component ON component_assignment (component_id);
  CREATE TABLE service (
    id TEXT NOT NULL PRIMARY KEY REFERENCES object (id) DEFERRABLE INITIALLY DEFERRED,
    name TEXT NOT NULL, description TEXT, owner TEXT,
    min_spec TEXT NOT NULL, max_spec TEXT NOT NULL, ports TEXT NOT NULL, placement TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX service_name ON service (name COLLATE NOCASE, id);
  CREATE TABLE assignment (
    id TEXT NOT NULL PRIMARY KEY,
    service_id TEXT NOT NULL REFERENCES service (id) DEFERRABLE INITIALLY DEFERRED,
    compute_id TEXT NOT NULL REFERENCES compute (id) DEFERRABLE INITIALLY DEFERRED,
    quantity INTEGER NOT NULL CONSTRAINT assignment_quantity CHECK (quantity > 0),
    allocated TEXT NOT NULL, override_reason TEXT, notes TEXT
  ) STRICT, WITHOUT ROWID;
  CREATE UNIQUE INDEX assignment_compute_service ON assignment (compute_id, service_id);
  CREATE INDEX assignment_service ON assignment (service_id);
`;

const TAGS_AND_CUSTOM_FIELDS = `
  CREATE TABLE tag (
    id TEXT NOT NULL PRIMARY KEY,
    object_id TEXT NOT NULL REFERENCES object (id) DEFERRABLE INITIALLY DEFERRED,
    key TEXT NOT NULL, value TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE UNIQUE INDEX tag_object_key ON tag (object_id, key);
  CREATE INDEX tag_key_value ON tag (key, value);
  CREATE TABLE custom_field (
    id TEXT NOT NULL PRIMARY KEY REFERENCES object (id) DEFERRABLE INITIALLY DEFERRED,
    noun TEXT NOT NULL, key TEXT NOT NULL, label TEXT NOT NULL, kind TEXT NOT NULL,
    choices TEXT NOT NULL, required INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE custom_value (
    id TEXT NOT NULL PRIMARY KEY,
    object_id TEXT NOT NULL REFERENCES object (id) DEFERRABLE INITIALLY DEFERRED,
    field_id TEXT NOT NULL REFERENCES custom_field (id) DEFERRABLE INITIALLY DEFERRED,
    value TEXT
  ) STRICT, WITHOUT ROWID;
  CREATE UNIQUE INDEX custom_value_object_field ON custom_value (object_id, field_id);
  CREATE INDEX custom_value_field ON custom_value (field_id);
`;

/** The first nouns: places, machines, parts, services, tags and custom fields. */
export const inventory: Migration = {
  version: 20,
  name: 'inventory',
  up: (database) => {
    database.exec(PLACES + MACHINES + PARTS_AND_SERVICES + TAGS_AND_CUSTOM_FIELDS);
    database.prepare("INSERT INTO setting (id, cores_count, currency) VALUES ('workspace', 'cores', 'EUR')").run();
  },
};
