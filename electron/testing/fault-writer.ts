import { writeSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { clientOf } from '../engine/cli/session.ts';
import { runCommand } from '../engine/control.ts';
import { failureOf } from '../engine/failures.ts';
import { SessionHolder } from '../session/session.ts';
import { FaultControl, type Fault, type FaultReport, type FaultStep } from './fault-control.ts';
import { ended } from './streams.ts';

/**
 * A script for the sweep over failing system calls. Each line on standard input names a folder with a workspace and a fault:
 * it opens the workspace, works and closes it with the fault; then once more without, as after the disk was mended.
 */
const [controlFile = ''] = process.argv.slice(2);
const control = new FaultControl(controlFile);

async function attempt(steps: FaultStep[], step: string, action: () => Promise<unknown>): Promise<void> {
  try {
    await action();
    steps.push({ step, failure: null });
  } catch (error) {
    let fault: string | undefined;
    const failure = failureOf(error, ['workspace'], null, (line) => (fault = line));
    steps.push({ step, failure, ...(fault === undefined ? {} : { fault: `${fault}: ${String(error)}` }) });
  }
}

async function opened(folder: string, steps: FaultStep[]): Promise<SessionHolder> {
  const holder = new SessionHolder();
  const options = { backupFolder: join(folder, 'backups'), operator: 'tester', write: true };
  const file = join(folder, 'Hall.rackwright');
  await attempt(steps, 'open', () => runCommand(holder, { kind: 'open', file, ...options }));
  return holder;
}

const create = (holder: SessionHolder, steps: FaultStep[], name: string) =>
  attempt(steps, name, () => clientOf(holder.require()).compute.create({ record: { name, notes: name.repeat(500) } }));

/** All of them or none. */
const IMPORTED = Array.from({ length: 10 }, (_, index) => `imported-${index}`);

const importMany = (holder: SessionHolder, steps: FaultStep[]) =>
  attempt(steps, 'import', () =>
    ended(
      clientOf(holder.require()).csv.import({
        noun: 'compute',
        text: `Name\n${IMPORTED.join('\n')}\n`,
        existing: 'refuse',
      }),
    ),
  );

const close = (holder: SessionHolder, steps: FaultStep[]) =>
  attempt(steps, 'close', () => runCommand(holder, { kind: 'close' }));

/** Answers how the workspace stands before it is closed. */
async function workOn(folder: string, steps: FaultStep[]): Promise<string | null> {
  const holder = await opened(folder, steps);
  if (holder.current) {
    await create(holder, steps, 'one');
    await attempt(steps, 'backup', () => runCommand(holder, { kind: 'backUp' }));
    await importMany(holder, steps);
    await create(holder, steps, 'two');
    await attempt(steps, 'list', () => clientOf(holder.require()).compute.list({}));
  }
  const mode = holder.current?.state.mode ?? null;
  await close(holder, steps);
  return mode;
}

async function writeAgain(folder: string, steps: FaultStep[]): Promise<void> {
  const holder = await opened(folder, steps);
  await create(holder, steps, 'three');
  await close(holder, steps);
}

async function report(folder: string, fault: Fault): Promise<FaultReport> {
  const [during, after]: [FaultStep[], FaultStep[]] = [[], []];
  control.set(fault);
  const mode = await workOn(folder, during);
  const { counted, failed } = control.clear();
  await writeAgain(folder, after);
  return { counted, failed, during, mode, after };
}

for await (const line of createInterface({ input: process.stdin })) {
  const { folder, fault } = JSON.parse(line) as { folder: string; fault: Fault };
  writeSync(1, `${JSON.stringify(await report(folder, fault))}\n`);
}
