import { chmodSync, copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { nextLine, startScript } from '../testing/child-process.ts';
import { filesIn, sha256Of } from '../testing/file-facts.ts';
import { refusalOf } from '../testing/failures.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { temporaryWorkspace } from '../testing/temporary-workspace.ts';
import { openWorkspace } from './workspace.ts';

/** A folder that nobody can write in; writable again for its removal. */
function readOnlyFolder(files: readonly string[], from: string): string {
  const folder = join(temporaryFolder(), 'stick');
  mkdirSync(folder);
  for (const name of files) {
    copyFileSync(join(from, name), join(folder, name));
    chmodSync(join(folder, name), 0o444);
  }
  chmodSync(join(folder, '..'), 0o755);
  chmodSync(folder, 0o555);
  onTestFinished(() => chmodSync(folder, 0o755));
  return folder;
}

test('a cleanly closed workspace is one file, and it opens from a read-only folder', async () => {
  const workspace = temporaryWorkspace();
  await workspace.client.site.create({ record: { name: 'Berlin' } });
  await workspace.session.close();
  const home = join(workspace.file, '..');
  expect(filesIn(home)).toEqual(['Test.rackwright']);

  const folder = readOnlyFolder(['Test.rackwright'], home);
  const child = startScript('electron/testing/open-workspace.ts', [
    join(folder, 'Test.rackwright'),
    folder,
    '--unprivileged',
  ]);
  expect(await nextLine(child)).toEqual({
    mode: 'readonly',
    refusal: {
      code: 'E_WORKSPACE_READONLY',
      message: 'The file or its folder is read-only: it can be read and copied, not changed.',
    },
    sites: 1,
  });
});

test('a copy taken while the workspace was open, its log included, is read whole in a read-only folder', async () => {
  const workspace = temporaryWorkspace();
  for (const name of ['Berlin', 'Paris', 'Rome']) await workspace.client.site.create({ record: { name } });
  const home = join(workspace.file, '..');
  expect(existsSync(`${workspace.file}-wal`)).toBe(true);

  const folder = readOnlyFolder(['Test.rackwright', 'Test.rackwright-wal'], home);
  const child = startScript('electron/testing/open-workspace.ts', [
    join(folder, 'Test.rackwright'),
    folder,
    '--unprivileged',
  ]);
  expect(await nextLine(child)).toMatchObject({ mode: 'readonly', sites: 3 });
  expect(filesIn(folder)).toEqual(['Test.rackwright', 'Test.rackwright-wal']);
});

test('a file marked read-only opens for reading, says so, refuses commands and keeps its bytes', async () => {
  const workspace = temporaryWorkspace();
  await workspace.client.site.create({ record: { name: 'Berlin' } });
  await workspace.session.close();
  chmodSync(workspace.file, 0o444);
  const before = sha256Of(workspace.file);

  await workspace.reopen();
  expect(workspace.session.workspace.mode).toBe('readonly');
  expect(await workspace.client.site.list({})).toMatchObject({ total: 1 });
  const refusal = await refusalOf(workspace.client.site.create({ record: { name: 'Paris' } }));
  expect(refusal.code).toBe('E_WORKSPACE_READONLY');
  expect(refusal.message).toMatch(/read-only/);
  await workspace.session.close();
  expect(sha256Of(workspace.file)).toBe(before);
  expect(filesIn(join(workspace.file, '..'))).toEqual(['Test.rackwright']);
});

test('opened for reading only, a workspace has no writer and takes no lock', async () => {
  const workspace = temporaryWorkspace();
  const second = openWorkspace(workspace.file, { backupFolder: workspace.backupFolder, write: false });
  onTestFinished(() => second.close());
  expect(second).toMatchObject({ mode: 'readonly', writer: null, refusal: { code: 'E_WORKSPACE_READONLY' } });
  await workspace.client.site.create({ record: { name: 'Berlin' } });
  expect(second.reader.prepare('SELECT name FROM site').all()).toEqual([{ name: 'Berlin' }]);
});
