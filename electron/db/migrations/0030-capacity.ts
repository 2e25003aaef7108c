import type { Migration } from './migration.ts';

/**
 * What each compute can carry and already carries, kept current by the transaction that changes it, so that lists sort
 * and the planner loads without adding up parts. Derived: never in the change log, always recomputable.
 */
export const capacity: Migration = {
  version: 30,
  name: 'capacity',
  up: (database) => {
    database.exec(`
      CREATE TABLE capacity (
        compute_id TEXT NOT NULL PRIMARY KEY REFERENCES compute (id) DEFERRABLE INITIALLY DEFERRED,
        cores INTEGER NOT NULL, memory INTEGER NOT NULL, vram INTEGER NOT NULL, nvme INTEGER NOT NULL, gpu INTEGER NOT NULL,
        cores_allocated INTEGER NOT NULL, memory_allocated INTEGER NOT NULL, vram_allocated INTEGER NOT NULL,
        nvme_allocated INTEGER NOT NULL, gpu_allocated INTEGER NOT NULL,
        services INTEGER NOT NULL,
        draw_watts INTEGER NOT NULL, weight_grams INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX capacity_cores ON capacity (cores, compute_id);
      CREATE INDEX capacity_memory ON capacity (memory, compute_id);
    `);
  },
};
