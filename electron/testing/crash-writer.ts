import { writeSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { once } from 'node:events';
import { clientOf, type CliClient } from '../engine/cli/session.ts';
import { runCommand } from '../engine/control.ts';
import { SessionHolder } from '../session/session.ts';

/**
 * A script for the crash tests: says it is ready, waits for a line on standard input, opens the workspace named first, and
 * then edits, imports and backs up until it is killed. What it says is said only when it is true: `{"acknowledged": …}`.
 */
const [file = '', backupFolder = '', round = '0'] = process.argv.slice(2);
const holder = new SessionHolder();

const IMPORTED = 40;

function say(message: object): void {
  // Synchronous: what is said here was said before the next line of this script ran.
  writeSync(1, `${JSON.stringify(message)}\n`);
}

async function edit(client: CliClient, name: string): Promise<void> {
  await client.compute.create({ record: { name, notes: 'n'.repeat(200) }, tags: { round } });
  say({ acknowledged: 'edit', name });
}

async function importMany(client: CliClient, name: string): Promise<void> {
  const lines = Array.from({ length: IMPORTED }, (_, index) => `${name}-${index}`);
  say({ begun: 'import', name, rows: IMPORTED });
  for await (const event of await client.csv.import({
    noun: 'compute',
    text: `Name\n${lines.join('\n')}\n`,
    existing: 'refuse',
  }))
    if (event.kind === 'report') say({ acknowledged: 'import', name, rows: IMPORTED });
}

async function backUp(): Promise<void> {
  await runCommand(holder, { kind: 'backUp' });
  say({ acknowledged: 'backup' });
}

say({ ready: true });
await once(createInterface({ input: process.stdin }), 'line');
await runCommand(holder, { kind: 'open', file, backupFolder, operator: 'tester', write: true });
say({ acknowledged: 'open' });
const client = clientOf(holder.require());
for (let step = 0; ; step += 1) {
  const name = `r${round}s${step}`;
  if (step % 7 === 3) await importMany(client, name);
  else if (step % 7 === 5) await backUp();
  else await edit(client, name);
}
