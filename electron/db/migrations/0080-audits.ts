import type { Migration } from './migration.ts';

/** Audits: what was expected, what was seen, what was decided. They name devices without referring to them. */
export const audits: Migration = {
  version: 80,
  name: 'audits',
  up: (database) => {
    database.exec(`
      CREATE TABLE audit_session (
        id TEXT NOT NULL PRIMARY KEY REFERENCES object (id) DEFERRABLE INITIALLY DEFERRED,
        name TEXT NOT NULL, auditor TEXT, level TEXT NOT NULL, scope TEXT NOT NULL, status TEXT NOT NULL,
        started_at TEXT, expected_devices INTEGER NOT NULL, signed_at TEXT, signed_by TEXT, second_person TEXT, notes TEXT
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE audit_rack (
        id TEXT NOT NULL PRIMARY KEY,
        session_id TEXT NOT NULL REFERENCES audit_session (id) DEFERRABLE INITIALLY DEFERRED,
        ordinal INTEGER NOT NULL, rack_id TEXT, name TEXT NOT NULL, path TEXT NOT NULL, expected TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;
      CREATE UNIQUE INDEX audit_rack_natural ON audit_rack (session_id, ordinal);

      CREATE TABLE observation (
        id TEXT NOT NULL PRIMARY KEY,
        session_id TEXT NOT NULL REFERENCES audit_session (id) DEFERRABLE INITIALLY DEFERRED,
        kind TEXT NOT NULL, raw TEXT NOT NULL, source TEXT NOT NULL, at TEXT, auditor TEXT, class TEXT, rack_id TEXT,
        position_half_u INTEGER, bay TEXT, object_id TEXT, part_id TEXT, in_device_id TEXT,
        matched_by TEXT, candidates TEXT NOT NULL,
        called TEXT, recorded_at TEXT
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX observation_session ON observation (session_id, id);

      CREATE TABLE audit_resolution (
        id TEXT NOT NULL PRIMARY KEY,
        session_id TEXT NOT NULL REFERENCES audit_session (id) DEFERRABLE INITIALLY DEFERRED,
        discrepancy TEXT NOT NULL, kind TEXT NOT NULL, decision TEXT NOT NULL, reason TEXT, target TEXT NOT NULL,
        decided_by TEXT, decided_at TEXT, applied_at TEXT, outcome TEXT
      ) STRICT, WITHOUT ROWID;
      CREATE UNIQUE INDEX audit_resolution_natural ON audit_resolution (session_id, discrepancy);
    `);
  },
};
