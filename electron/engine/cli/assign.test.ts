import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createWorkspaceFile } from '../../db/create.ts';
import { runScript } from '../../testing/child-process.ts';
import { temporaryFolder } from '../../testing/temporary-folder.ts';

const run = (words: readonly string[]) => runScript('electron/engine/cli.ts', words);

/** Computes a and b of 8 cores, small of 2, resting in maintenance; a service of 2 to 4 cores. */
async function smallFleet(): Promise<string> {
  const file = join(temporaryFolder(), 'Test.rackwright');
  createWorkspaceFile(file);
  const rows = [
    ['a', '8', 'active'],
    ['b', '8', 'active'],
    ['small', '1', 'active'],
    ['resting', '8', 'maintenance'],
  ].map((cells) => ({ cells }));
  const sheet = { noun: 'compute', columns: ['name', 'statedCores', 'state'], rows };
  await run(['call', 'grid.apply', JSON.stringify(sheet), '--workspace', file]);
  const record = { name: 'web', minSpec: { cores: 2 }, maxSpec: { cores: 4 } };
  await run(['call', 'service.create', JSON.stringify({ record }), '--workspace', file]);
  return file;
}

async function bookings(file: string): Promise<readonly unknown[]> {
  const { stdout } = await run(['call', 'assignment.list', '{}', '--workspace', file]);
  const { items } = JSON.parse(stdout) as { items: { record: Record<string, unknown> }[] };
  return items.map(({ record }) => [record['quantity'], record['allocated'], record['overrideReason']]);
}

describe('assign', { timeout: 120_000 }, () => {
  test('books one service on the computes named, as one undo', async () => {
    const file = await smallFleet();
    const assigned = await run(['assign', 'web', '--computes', 'a, b', '--quantity', '2', '--workspace', file]);
    expect(assigned).toMatchObject({ exitCode: 0, stderr: '', stdout: 'Place web on 2 computes: 2 booked\n' });
    // Two at the maximum of 4 fill 8 cores.
    expect(await bookings(file)).toEqual([
      [2, { cores: 4 }, null],
      [2, { cores: 4 }, null],
    ]);
    await run(['call', 'history.undo', '--workspace', file]);
    expect(await bookings(file)).toEqual([]);
  });

  test('leaves out, with the reason, what cannot take it; --accept all then books nothing', async () => {
    const file = await smallFleet();
    const all = ['--computes', 'a,small,resting', '--workspace', file];
    const refused = await run(['assign', 'web', ...all, '--accept', 'all']);
    expect(refused.exitCode).toBe(1);
    expect(JSON.parse(refused.stderr)).toMatchObject({ code: 'E_CAPACITY' });
    expect(await bookings(file)).toEqual([]);
    const previewed = await run(['assign', 'web', ...all, '--dry-run']);
    expect(previewed.exitCode).toBe(2);
    expect(previewed.stdout).toMatch(/^a: fits \(cores 4 cores\)\nsmall: .+\nresting: .+maintenance.+\n$/);
    const assigned = await run(['assign', 'web', ...all]);
    expect(assigned.exitCode).toBe(2);
    expect(assigned.stdout).toMatch(/^Place web on 3 computes: 1 booked\n {2}small: .+\n {2}resting: .+\n$/);
    expect(await bookings(file)).toEqual([[1, { cores: 4 }, null]]);
  });

  test('sets rules aside for a reason, which stays on the assignment; it is then booked at the minimum', async () => {
    const file = await smallFleet();
    const words = ['assign', 'web', '--query', 'state:maintenance', '--reason', 'Needed tonight', '--workspace', file];
    expect(await run(words)).toMatchObject({ exitCode: 0, stdout: 'Place web on 1 compute: 1 booked\n' });
    expect(await bookings(file)).toEqual([[1, { cores: 2 }, 'Needed tonight']]);
  });

  test('refuses what is not understood, in a sentence', async () => {
    const file = await smallFleet();
    for (const [words, message] of [
      [['assign'], 'Name the service.'],
      [['assign', 'web'], 'Name the computes'],
      [['assign', 'nothing', '--computes', 'a'], 'There is no service "nothing".'],
      [['assign', 'web', '--computes', 'a', '--basis', 'most'], '--basis must be max or min'],
      [['assign', 'web', '--query', 'state:inactive'], 'The query finds no compute.'],
    ] as const) {
      const answer = await run([...words, '--workspace', file]);
      expect(answer.exitCode).toBe(1);
      expect(JSON.parse(answer.stderr)).toMatchObject({ message: expect.stringContaining(message) as unknown });
    }
  });
});
