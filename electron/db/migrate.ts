import { fail } from '../../shared/contract/failure.ts';
import { openMemory, type ReadDatabase, type WriteDatabase } from './connection.ts';
import { MIGRATIONS, NEWEST_VERSION } from './migrations/list.ts';

export function userVersion(database: ReadDatabase): number {
  return Number(database.pragma('user_version', { simple: true }));
}

/** Refuses a file written by a newer program; it must be left as it is. */
export function refuseNewer(version: number): void {
  if (version <= NEWEST_VERSION) return;
  const message = `The workspace was written by a newer Rackwright (format ${version}; this one reads up to ${NEWEST_VERSION}). Nothing was changed.`;
  fail('E_WORKSPACE_NEWER', message, { details: { format: version, readable: NEWEST_VERSION } });
}

/** Brings the schema to `target` in one transaction: all pending steps or none. */
export function migrate(database: WriteDatabase, target = NEWEST_VERSION): void {
  const current = userVersion(database);
  const pending = MIGRATIONS.filter((step) => step.version > current && step.version <= target);
  database.transaction(() => {
    for (const step of pending) {
      step.up(database);
      database.pragma(`user_version = ${step.version}`);
    }
  })();
}

type SchemaEntry = { type: string; name: string; sql: string | null };

export function schemaOf(database: ReadDatabase): SchemaEntry[] {
  return database
    .prepare<[], SchemaEntry>(
      "SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY type, name",
    )
    .all();
}

let expectedSchema: Map<string, string | null> | undefined;

function expected(): Map<string, string | null> {
  if (expectedSchema) return expectedSchema;
  const memory = openMemory();
  migrate(memory);
  expectedSchema = new Map(schemaOf(memory).map((entry) => [`${entry.type} ${entry.name}`, entry.sql]));
  memory.close();
  return expectedSchema;
}

/** Refuses a file whose tables, triggers or views are not exactly ours: it may come from somebody else. */
export function refuseForeignSchema(database: ReadDatabase): void {
  const wanted = expected();
  const found = schemaOf(database);
  const foreign = found.find((entry) => wanted.get(`${entry.type} ${entry.name}`) !== entry.sql);
  if (foreign) {
    const message = `The file holds a ${foreign.type} named "${foreign.name}" that Rackwright did not make; it is not opened.`;
    fail('E_WORKSPACE_FORMAT', message);
  }
  if (found.length < wanted.size) fail('E_WORKSPACE_CORRUPT', 'Tables are missing from the workspace file.');
}
