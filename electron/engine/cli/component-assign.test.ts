import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createWorkspaceFile } from '../../db/create.ts';
import { runScript } from '../../testing/child-process.ts';
import { temporaryFolder } from '../../testing/temporary-folder.ts';

const CLI = 'electron/engine/cli.ts';

function run(words: readonly string[]) {
  return runScript(CLI, words);
}

/** A workspace with one disk in its catalogue and the computes named. */
async function hardwareFile(computes: readonly string[]): Promise<string> {
  const file = join(temporaryFolder(), 'Test.rackwright');
  createWorkspaceFile(file);
  const disk = { type: 'storage', manufacturer: 'Samsung', model: 'PM9A3', specs: { capacity_gb: 960 } };
  await run(['call', 'component.create', JSON.stringify({ record: disk }), '--workspace', file]);
  const sheet = { noun: 'compute', columns: ['name'], rows: computes.map((name) => ({ cells: [name] })) };
  await run(['call', 'grid.apply', JSON.stringify(sheet), '--workspace', file]);
  return file;
}

const REFUSED: readonly (readonly [options: readonly string[], message: string])[] = [
  [['--computes', 'a,b', '--serial', 'S1'], 'A serial number belongs to one unit; 2 computes were given.'],
  [['--computes', 'a', '--raid', '50', '--raid-group', 'x'], 'raidLevel must be one of'],
  [['--computes', 'a', '--quantity', '0'], '--quantity must be a whole number from 1; "0" was given.'],
  [['--computes', 'nowhere'], 'There is no compute "nowhere".'],
  [[], 'Name the computes with --computes'],
];

describe('component assign', { timeout: 120_000 }, () => {
  test('fits one component in the computes named, RAID level in any spelling', async () => {
    const file = await hardwareFile(['a', 'b', 'c']);
    const common = ['component', 'assign', '--workspace', file, '--component', 'Samsung PM9A3', '--quantity', '3'];
    const raid = ['--raid', '5', '--raid-group', 'data', '--notes', 'batch 7'];
    const assigned = await run([...common, '--computes', 'a,b, c', ...raid]);
    expect(assigned).toMatchObject({ exitCode: 0, stderr: '' });
    expect(assigned.stdout).toBe('a: fits\nb: fits\nc: fits\n');
    const groups = await run(['call', 'storage.groups', '{"compute":"b"}', '--workspace', file]);
    // (3 − 1) × 960
    expect(JSON.parse(groups.stdout)).toMatchObject({ totalGb: 1920, groups: [{ name: 'data', level: 'raid5' }] });
    const undone = await run(['call', 'history.undo', '--workspace', file]);
    expect(undone.exitCode).toBe(0);
    const left = await run(['call', 'componentAssignment.list', '{}', '--workspace', file]);
    expect(JSON.parse(left.stdout)).toMatchObject({ total: 0 });
  });

  test('refuses what cannot be done, in a sentence and with exit code 1', async () => {
    const file = await hardwareFile(['a', 'b']);
    const common = ['component', 'assign', '--workspace', file, '--component', 'Samsung PM9A3'];
    for (const [options, message] of REFUSED) {
      const answer = await run([...common, ...options]);
      expect(answer.exitCode).toBe(1);
      expect(JSON.parse(answer.stderr)).toMatchObject({ message: expect.stringContaining(message) as unknown });
    }
  });
});
