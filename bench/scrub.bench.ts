import { rmSync } from 'node:fs';
import { scrubbed } from '../electron/db/scrub/scrub.ts';
import { verifyChangeLog } from '../electron/db/verify.ts';
import { openReader } from '../electron/db/connection.ts';
import { salvage } from '../electron/db/salvage/salvage.ts';
import { salvageParts, WORKSPACE_CHECKS } from '../electron/engine/workspace-checks.ts';
import { fleetWorkspace } from './fleet-workspace.ts';
import { tableRow } from './statistics.ts';

const COMPUTES = Number(process.argv[2] ?? 10_000);

const fleet = await fleetWorkspace(COMPUTES);
await fleet.session.settled();
const { file } = fleet;

function once<Result>(action: () => Result): { result: Result; milliseconds: number } {
  const start = performance.now();
  const result = action();
  return { result, milliseconds: performance.now() - start };
}

/** On a connection of its own, as beside the work. */
function reading<Result>(action: (reader: ReturnType<typeof openReader>) => Result): Result {
  const reader = openReader(file);
  try {
    return action(reader);
  } finally {
    reader.close();
  }
}

const integrity = once(() => reading((reader) => reader.pragma('integrity_check')));
const chain = once(() => reading((reader) => verifyChangeLog(reader)));
const whole = once(() => reading((reader) => scrubbed(reader, WORKSPACE_CHECKS)));
if (!whole.result.sound) throw new Error(`The fleet is damaged: ${whole.result.damage[0]?.message}`);
const saved = once(() => salvage(file, `${file}.salvaged`, salvageParts(), 'bench'));
rmSync(`${file}.salvaged`);

const { rows, changes } = whole.result;
console.log(`Comparing a workspace of ${COMPUTES} computes, ${rows} rows and ${changes} changes, with its history`);
console.log('(goal: at most 5 s per 100,000 rows, beside the work; writes cost nothing: the log is written anyway)\n');
console.log(tableRow(['what', 'ms', 'ms per 100,000 rows']));
console.log(tableRow(['---', '---', '---']));
const rowsOfTable = [
  ['integrity_check of SQLite alone', integrity],
  ['hash chain alone', chain],
  ['all of it: chain, rows, indexes, names, capacities, search', whole],
  ['salvage', saved],
] as const;
for (const [what, { milliseconds }] of rowsOfTable)
  console.log(tableRow([what, milliseconds, (milliseconds / rows) * 100_000]));
await fleet.close();
