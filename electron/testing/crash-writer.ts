import { once } from 'node:events';
import { writeSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { clientOf } from '../engine/cli/session.ts';
import { runCommand } from '../engine/control.ts';
import { SessionHolder } from '../session/session.ts';
import { importedNames, type CrashLie, type CrashLine, type CrashPhase } from './crash-phase.ts';
import { ended } from './streams.ts';

/**
 * A script for the crash tests: says it is ready, waits for a line on standard input, opens the workspace named first, and
 * then edits, imports and backs up, or restores a backup again and again, until it is killed.
 */
const [file = '', backupFolder = '', round = '0', phase = 'edit', lie = ''] = process.argv.slice(2) as [
  string?,
  string?,
  string?,
  CrashPhase?,
  (CrashLie | '')?,
];
const holder = new SessionHolder();

const IMPORTED = 40;
const EARLY_BY_MS = 100;

function say(line: CrashLine): void {
  // Synchronous: what is said here was said before the next line of this script ran.
  writeSync(1, `${JSON.stringify(line)}\n`);
}

type What = Pick<CrashLine, 'name' | 'rows'>;

async function during<Result>(begun: CrashPhase | 'open', what: What, action: () => Promise<Result>): Promise<Result> {
  say({ begun, ...what });
  if (lie === 'acknowledges early') {
    say({ acknowledged: begun, ...what });
    await pause(EARLY_BY_MS);
    return action();
  }
  const from = performance.now();
  const result = await action();
  say({ acknowledged: begun, ...what, took: performance.now() - from });
  return result;
}

const open = () => runCommand(holder, { kind: 'open', file, backupFolder, operator: 'tester', write: true });

async function create(name: string): Promise<void> {
  const record = { name, notes: 'n'.repeat(200) };
  await clientOf(holder.require()).compute.create({ record, tags: { round } });
}

async function importAtOnce(names: readonly string[]): Promise<void> {
  const text = `Name\n${names.join('\n')}\n`;
  await ended(clientOf(holder.require()).csv.import({ noun: 'compute', text, existing: 'refuse' }));
}

async function importRowByRow(names: readonly string[]): Promise<void> {
  for (const name of names) await create(name);
}

const importMany = lie === 'imports row by row' ? importRowByRow : importAtOnce;
const backUp = () => runCommand(holder, { kind: 'backUp' }) as Promise<{ file: string }>;

async function workOn(): Promise<never> {
  for (let step = 0; ; step += 1) {
    const name = `r${round}s${step}`;
    if (step % 7 === 3)
      await during('import', { name, rows: IMPORTED }, () => importMany(importedNames(name, IMPORTED)));
    else if (step % 7 === 5) await during('backup', {}, backUp);
    else await during('edit', { name }, () => create(name));
  }
}

/** Each time two computes are there that the backup does not have. */
async function restoreAgainAndAgain(): Promise<never> {
  await during('edit', { name: 'base' }, () => create('base'));
  const { file: backup } = await during('backup', {}, backUp);
  for (let step = 0; ; step += 1) {
    for (const name of [`s${step}a`, `s${step}b`]) await during('edit', { name }, () => create(name));
    await during('restore', {}, () => runCommand(holder, { kind: 'restore', backup, file, backupFolder }));
    await during('open', {}, open);
  }
}

say({ ready: true });
await once(createInterface({ input: process.stdin }), 'line');
await during(phase === 'migration' ? 'migration' : 'open', {}, open);
await (phase === 'restore' ? restoreAgainAndAgain() : workOn());
