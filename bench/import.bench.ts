import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openNew } from '../electron/db/connection.ts';
import { migrate } from '../electron/db/migrate.ts';
import type { ReadDatabase } from '../electron/db/connection.ts';
import { fleetWorkspace } from './fleet-workspace.ts';
import { collectGarbage } from './garbage.ts';
import { median, tableRow } from './statistics.ts';

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
interface Round {
  readonly rows: number;
  readonly bare: number;
  readonly ours: number;
}

async function round(computes: number): Promise<Round> {
  const fleet = await fleetWorkspace(computes);
  const rows = plainRows(fleet.session.read);
  await fleet.close();
  const count = [...rows.values()].reduce((sum, values) => sum + values.length, 0);
  return { rows: count, bare: bareInsert(rows), ours: fleet.importMilliseconds };
}

/** Runs of a fraction of a second differ by a third: of those the median counts. */
const SIZES = [
  { computes: 1000, rounds: 9 },
  { computes: 10_000, rounds: 3 },
  { computes: 100_000, rounds: 1 },
] as const;

for (const { computes, rounds } of SIZES) {
  const runs: Round[] = [];
  for (let run = 0; run < rounds; run += 1) runs.push(await round(computes));
  const [bare, ours] = [median(runs.map((run) => run.bare)), median(runs.map((run) => run.ours))];
  const rows = runs[0]?.rows ?? 0;
  const perSecond = String(Math.round((rows / ours) * 1000));
  console.log(tableRow([String(computes), String(rows), bare, ours, ours / bare, perSecond]));
}
