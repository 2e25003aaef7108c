import { openMemory, type ReadDatabase, type WriteDatabase } from '../connection.ts';
import { migrate } from '../migrate.ts';

/** A database in memory with the schema of `version`; 0 is empty. */
export function databaseAt(version: number): WriteDatabase {
  const database = openMemory();
  migrate(database, version);
  return database;
}

/** The schema text of a table or index, on one line; empty where there is none. */
export function schemaText(database: ReadDatabase, name: string): string {
  const sql = database.prepare<[string], string>('SELECT sql FROM sqlite_schema WHERE name = ?').pluck().get(name);
  return (sql ?? '').replaceAll(/\s+/g, ' ');
}

/** A named object as a raw row, for writing history by hand. */
export function insertObject(database: WriteDatabase, id: string, noun: string, name: string): void {
  const sql = 'INSERT INTO object (id, noun, name, name_key, family, scope) VALUES (?, ?, ?, ?, ?, ?)';
  database.prepare(sql).run(id, noun, name, name.toLowerCase(), noun, '');
}

/**
 * Every row of every table but those of the change log and of finding, by table; for comparing whole workspaces. The bytes
 * of attachments are left out: they stay under their hash, so that a redo finds them.
 */
export function dumpOf(database: ReadDatabase): Record<string, unknown[]> {
  const tables = database
    .prepare<[], string>(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT IN ('change', 'change_group', 'attachment_content')
       AND name NOT GLOB 'search_*' ORDER BY name`,
    )
    .pluck()
    .all();
  return Object.fromEntries(
    tables.map((table) => [table, database.prepare<[]>(`SELECT * FROM ${table} ORDER BY 1`).all()]),
  );
}
