import { createInterface } from 'node:readline';
import { clientOf } from '../engine/cli/session.ts';
import { openSession } from '../engine/compose.ts';
import { failureIn } from './failures.ts';

/**
 * A script for tests: opens the workspace named first and calls one channel per line of standard input, each
 * `{"channel": "site.list", "input": {}}`, answering `{"value": …}` or `{"failure": …}` on a line of its own.
 */
const [file = '', backupFolder = ''] = process.argv.slice(2);
const session = openSession(file, { backupFolder, write: true }, 'tester');
const client = clientOf(session);

type Callable = (input: unknown) => Promise<unknown>;

async function answer(line: string): Promise<unknown> {
  const { channel, input } = JSON.parse(line) as { channel: string; input: unknown };
  const [feature = '', name = ''] = channel.split('.');
  try {
    const call = Reflect.get(Reflect.get(client, feature) as object, name) as Callable;
    return { value: (await call(input)) ?? null };
  } catch (error) {
    return { failure: failureIn(error) };
  }
}

for await (const line of createInterface({ input: process.stdin }))
  process.stdout.write(`${JSON.stringify(await answer(line))}\n`);
await session.close();
