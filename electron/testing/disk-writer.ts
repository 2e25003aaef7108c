import { copyFileSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { createWorkspaceFile } from '../db/create.ts';
import { clientOf } from '../engine/cli/session.ts';
import { runCommand } from '../engine/control.ts';
import { SessionHolder } from '../session/session.ts';
import { failureIn } from './failures.ts';
import { ended } from './streams.ts';

/**
 * A script for the disk tests: writes into a workspace in the folder named first until the disk refuses, says how, and then:
 * frees the ballast and goes on (`full`), or tries once more (`error`). Copies the workspace to the place named second.
 */
const [folder = '', copy = '', mode = 'full', ballast = '0'] = process.argv.slice(2);
const file = join(folder, 'Hall.rackwright');
const ballastFile = join(folder, 'ballast');
const holder = new SessionHolder();
const ATTEMPTS = 4000;

function say(message: object): void {
  writeSync(1, `${JSON.stringify(message)}\n`);
}

async function attempt(what: string, action: () => Promise<unknown>): Promise<boolean> {
  try {
    await action();
    say({ acknowledged: what });
    return true;
  } catch (error) {
    say({ refused: what, failure: failureIn(error) });
    return false;
  }
}

function edit(name: string): Promise<boolean> {
  const { compute } = clientOf(holder.require());
  return attempt(name, () => compute.create({ record: { name, notes: 'n'.repeat(3000) } }));
}

async function importMany(name: string): Promise<void> {
  const text = `Name,Notes\n${Array.from({ length: 200 }, (_, index) => `${name}-${index},${'n'.repeat(500)}`).join('\n')}\n`;
  await ended(clientOf(holder.require()).csv.import({ noun: 'compute', text, existing: 'refuse' }));
}

createWorkspaceFile(file);
writeFileSync(ballastFile, Buffer.alloc(Number(ballast), 1));
await runCommand(holder, {
  kind: 'open',
  file,
  backupFolder: join(folder, 'backups'),
  operator: 'tester',
  write: true,
});
await attempt('backup', () => runCommand(holder, { kind: 'backUp' }));
await attempt('import', () => importMany('many'));
let step = 0;
while (step < ATTEMPTS && (await edit(`e${step}`))) step += 1;
await attempt('import again', () => importMany('again'));
if (mode === 'full') {
  rmSync(ballastFile);
  for (let more = 0; more < 3; more += 1) await edit(`after-${more}`);
} else await edit('after-error');
say({ mode: holder.require().state.mode });
await runCommand(holder, { kind: 'close' }).catch(() => undefined);
if (mode === 'full') copyFileSync(file, copy);
