import { fail } from '../../shared/contract/failure.ts';
import { openMemory, type ReadDatabase, type WriteDatabase } from './connection.ts';
import { MIGRATIONS, NEWEST_VERSION } from './migrations/list.ts';
import type { Migration } from './migrations/migration.ts';

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
export function migrate(
  database: WriteDatabase,
  target = NEWEST_VERSION,
  steps: readonly Migration[] = MIGRATIONS,
): void {
  const current = userVersion(database);
  const pending = steps.filter((step) => step.version > current && step.version <= target);
  database.transaction(() => {
    for (const step of pending) {
      step.up(database);
      database.pragma(`user_version = ${step.version}`);
    }
  })();
}

/** One bit makes of a name in the schema the same bytes that are no text: everything works, but what asks by name. */
function refuseMisreadSchema(database: ReadDatabase): void {
  const misread = database.prepare<[], number>(
    `SELECT count(*) FROM sqlite_schema
     WHERE typeof(type) <> 'text' OR typeof(name) <> 'text' OR typeof(tbl_name) <> 'text'`,
  );
  if (misread.pluck().get() !== 0) fail('E_WORKSPACE_CORRUPT', 'The list of tables in the workspace file is damaged.');
}

type SchemaEntry = { type: string; name: string; sql: string | null };

/** Everything in the schema but the indexes that SQLite makes for keys by itself. */
export function schemaOf(database: ReadDatabase): SchemaEntry[] {
  return database
    .prepare<[], SchemaEntry>(
      "SELECT type, name, sql FROM sqlite_schema WHERE NOT (type = 'index' AND sql IS NULL) ORDER BY type, name",
    )
    .all();
}

const schemas = new Map<number, ReadonlyMap<string, string | null>>();

function schemaAt(version: number): ReadonlyMap<string, string | null> {
  const known = schemas.get(version);
  if (known) return known;
  const memory = openMemory();
  migrate(memory, version);
  const schema = new Map(schemaOf(memory).map((entry) => [`${entry.type} ${entry.name}`, entry.sql]));
  memory.close();
  schemas.set(version, schema);
  return schema;
}

/** Refuses a file whose tables, triggers or views are not exactly those of its version: it may come from somebody else. */
export function refuseForeignSchema(database: ReadDatabase): void {
  const version = userVersion(database);
  if (!MIGRATIONS.some((step) => step.version === version))
    fail('E_WORKSPACE_FORMAT', `The file claims format ${version}, which Rackwright never wrote; it is not opened.`);
  refuseMisreadSchema(database);
  const wanted = schemaAt(version);
  const found = schemaOf(database);
  const foreign = found.find((entry) => wanted.get(`${entry.type} ${entry.name}`) !== entry.sql);
  if (foreign) {
    const message = `The file holds a ${foreign.type} named "${foreign.name}" that Rackwright did not make; it is not opened.`;
    fail('E_WORKSPACE_FORMAT', message);
  }
  if (found.length < wanted.size) fail('E_WORKSPACE_CORRUPT', 'Tables are missing from the workspace file.');
}
