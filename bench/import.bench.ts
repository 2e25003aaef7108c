import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openNew } from '../electron/db/connection.ts';
import { migrate } from '../electron/db/migrate.ts';
import type { ReadDatabase } from '../electron/db/connection.ts';
import { fleetWorkspace } from './fleet-workspace.ts';
import { collectGarbage } from './garbage.ts';
import { tableRow } from './statistics.ts';

const TABLES = [
  'object',
  'site',
  'room',
  'rack',
  'device_type',
  'compute',
  'component',
  'component_assignment',
  'placement',
  'service',
  'assignment',
  'tag',
];

/** The rows of the fleet as plain arrays: what the bare insert writes, without any work of ours in the measured time. */
function plainRows(database: ReadDatabase): Map<string, unknown[][]> {
  return new Map(TABLES.map((table) => [table, database.prepare<[], unknown[]>(`SELECT * FROM ${table}`).raw().all()]));
}

/** Inserts the same rows into the same tables and indexes with better-sqlite3 alone, in one transaction with FULL. */
function bareInsert(rows: ReadonlyMap<string, unknown[][]>): number {
  const folder = mkdtempSync(join(tmpdir(), 'rackwright-bench-'));
  const database = openNew(join(folder, 'bare.db'));
  migrate(database);
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  collectGarbage();
  const start = performance.now();
  database.exec('BEGIN IMMEDIATE');
  for (const [table, values] of rows) {
    const places = values[0]?.map(() => '?').join(', ') ?? '';
    if (places === '') continue;
    const insert = database.prepare(`INSERT INTO ${table} VALUES (${places})`);
    for (const row of values) insert.run(...row);
  }
  database.exec('COMMIT');
  const milliseconds = performance.now() - start;
  database.close();
  rmSync(folder, { recursive: true });
  return milliseconds;
}

console.log(
  'Bulk import against a bare better-sqlite3 insert of the same rows (FULL, one transaction, same indexes; goal ≤ 3×)\n',
);
console.log(tableRow(['computes', 'rows', 'bare ms', 'import ms', 'ratio', 'rows/s']));
console.log(tableRow(['---', '---', '---', '---', '---', '---']));
// What a cold start adds (compiling the code, once) is no cost per row.
const warmUp = await fleetWorkspace(10_000);
await warmUp.close();
for (const computes of [1000, 10_000, 100_000]) {
  const fleet = await fleetWorkspace(computes);
  const rows = plainRows(fleet.session.read);
  const count = [...rows.values()].reduce((sum, values) => sum + values.length, 0);
  await fleet.close();
  const bare = bareInsert(rows);
  const { importMilliseconds } = fleet;
  console.log(
    tableRow([
      String(computes),
      String(count),
      bare,
      importMilliseconds,
      importMilliseconds / bare,
      String(Math.round((count / importMilliseconds) * 1000)),
    ]),
  );
}
