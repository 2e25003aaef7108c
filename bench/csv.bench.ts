import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openNew } from '../electron/db/connection.ts';
import { createWorkspaceFile } from '../electron/db/create.ts';
import { migrate } from '../electron/db/migrate.ts';
import { openSession } from '../electron/engine/compose.ts';
import { importCsv, previewCsv } from '../electron/features/csv/service.ts';
import { median, tableRow } from './statistics.ts';

const ROWS = 10_000;
const RUNS = 3;

const TEXT = `name,type,state,provider,region,serial,assetTag,monthlyCost,statedCores,statedMemoryMb,tags
${Array.from({ length: ROWS }, (_, index) => `srv-${index},vm,active,OVH,gra,SN${index},AT${index},12.50,8,64 GB,"env=prod, tier=${index % 3}"`).join('\n')}
`;

/** The rows that the file makes, inserted by better-sqlite3 alone: same tables, same indexes, one transaction with FULL. */
function bareInsert(folder: string): number {
  const database = openNew(join(folder, 'bare.db'));
  migrate(database);
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  const start = performance.now();
  const object = database.prepare(
    'INSERT INTO object (id, noun, name, name_key, family, scope) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const compute = database.prepare(
    `INSERT INTO compute (id, name, type, state, provider, region, serial, asset_tag, monthly_cost, stated_cores, stated_memory_mb)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const tag = database.prepare('INSERT INTO tag (id, object_id, key, value) VALUES (?, ?, ?, ?)');
  database.exec('BEGIN IMMEDIATE');
  for (let index = 0; index < ROWS; index += 1) {
    const id = `id-${index}`;
    object.run(id, 'compute', `srv-${index}`, `srv-${index}`, 'machine', '');
    compute.run(id, `srv-${index}`, 'vm', 'active', 'OVH', 'gra', `SN${index}`, `AT${index}`, '12.50', 8, 65_536);
    tag.run(`${id}-env`, id, 'env', 'prod');
    tag.run(`${id}-tier`, id, 'tier', String(index % 3));
  }
  database.exec('COMMIT');
  const milliseconds = performance.now() - start;
  database.close();
  rmSync(join(folder, 'bare.db'));
  return milliseconds;
}

interface Times {
  readonly validate: number;
  readonly commit: number;
  readonly unchanged: number;
  readonly bare: number;
}

async function run(): Promise<Times> {
  const folder = mkdtempSync(join(tmpdir(), 'rackwright-bench-'));
  const file = join(folder, 'csv.rackwright');
  createWorkspaceFile(file);
  const session = openSession(file, { backupFolder: folder, write: true }, 'bench');
  const input = { noun: 'compute', text: TEXT, existing: 'update' as const, shown: 500 };
  const signal = new AbortController().signal;
  const timed = async (action: () => Promise<unknown>) => {
    const start = performance.now();
    await action();
    return performance.now() - start;
  };
  const validate = await timed(() => previewCsv(session, input, () => undefined, signal));
  const commit = await timed(() => importCsv(session, { ...input, accept: 'good' }, () => undefined, signal));
  const unchanged = await timed(() => previewCsv(session, input, () => undefined, signal));
  await session.close();
  const bare = bareInsert(folder);
  rmSync(folder, { recursive: true });
  return { validate, commit, unchanged, bare };
}

const times: Times[] = [];
for (let count = 0; count < RUNS; count += 1) times.push(await run());
const of = (key: keyof Times) => median(times.map((entry) => entry[key]));
console.log(`CSV with ${ROWS} computes and two tags each (goal: validate < 1 s, commit < 3 s on 2 cores)\n`);
console.log(tableRow(['step', 'ms', 'ratio to bare insert']));
console.log(tableRow(['---', '---', '---']));
for (const key of ['bare', 'validate', 'commit', 'unchanged'] as const)
  console.log(tableRow([key, of(key), of(key) / of('bare')]));
