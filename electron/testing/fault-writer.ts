import { writeSync } from 'node:fs';
import { join } from 'node:path';
import { clientOf } from '../engine/cli/session.ts';
import { runCommand } from '../engine/control.ts';
import { SessionHolder } from '../session/session.ts';
import { failureIn } from './failures.ts';

/**
 * A script for the sweep over failing system calls: opens the workspace in the folder named first, creates two computes and
 * closes it. Says of each step whether it was acknowledged or refused, and how the workspace stands at the end.
 */
const [folder = ''] = process.argv.slice(2);
const holder = new SessionHolder();

function say(message: object): void {
  writeSync(1, `${JSON.stringify(message)}\n`);
}

async function attempt(what: string, action: () => Promise<unknown>): Promise<void> {
  try {
    await action();
    say({ acknowledged: what });
  } catch (error) {
    say({ refused: what, failure: failureIn(error) });
  }
}

const create = (name: string) =>
  clientOf(holder.require()).compute.create({ record: { name, notes: name.repeat(500) } });
const open = { backupFolder: join(folder, 'backups'), operator: 'tester', write: true };

await attempt('open', () => runCommand(holder, { kind: 'open', file: join(folder, 'Hall.rackwright'), ...open }));
if (holder.current) {
  await attempt('one', () => create('one'));
  await attempt('two', () => create('two'));
  say({ mode: holder.current.state.mode });
}
await attempt('close', () => runCommand(holder, { kind: 'close' }));
