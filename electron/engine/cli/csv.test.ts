import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createWorkspaceFile } from '../../db/create.ts';
import { runScript } from '../../testing/child-process.ts';
import { temporaryFolder } from '../../testing/temporary-folder.ts';

function rw(words: readonly string[]) {
  return runScript('electron/engine/cli.ts', words);
}

test('a CSV file is tried, imported, exported and imported again without a change', async () => {
  const folder = temporaryFolder();
  const [file, sheet] = [join(folder, 'Test.rackwright'), join(folder, 'computes.csv')];
  createWorkspaceFile(file);
  writeFileSync(sheet, 'Name,Type,DNS\nweb-1,vm,\nweb-2,mainframe,\n');
  const words = ['import', sheet, '--noun', 'compute', '--workspace', file];
  const unknown = await rw(words);
  expect(unknown.exitCode).toBe(1);
  expect(JSON.parse(unknown.stderr)).toMatchObject({
    message: expect.stringContaining('Computes have no column "DNS"') as unknown,
  });
  const tried = await rw([...words, '--dry-run']);
  expect(tried.stdout.split('\n').slice(0, 3)).toEqual([
    'Would be: 1 new, 0 changed, 0 the same, 0 skipped, 1 refused',
    'Column "DNS" is left out',
    '  row 3, Type: Type must be one of baremetal, vps, vm; "mainframe" was given.',
  ]);
  writeFileSync(sheet, 'Name,Type\nweb-1,vm\nweb-2,mainframe\n');
  expect((await rw(words)).exitCode).toBe(2);
  const exported = await rw(['export', 'compute', '--workspace', file]);
  expect(exported.stdout).toContain(',web-1,vm,active,');
  writeFileSync(sheet, exported.stdout);
  const again = await rw([...words, '--json', '--accept', 'all']);
  expect(JSON.parse(again.stdout)).toMatchObject({ groupId: null, counts: { unchanged: 1, created: 0 } });
}, 120_000);
