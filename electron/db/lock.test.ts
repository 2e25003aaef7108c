import { symlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { killed, nextLine, startScript } from '../testing/child-process.ts';
import { failureOf, refusalOf } from '../testing/failures.ts';
import { filesIn } from '../testing/file-facts.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { temporaryWorkspace } from '../testing/temporary-workspace.ts';
import { createWorkspaceFile } from './create.ts';
import { takeWriterLock } from './lock.ts';
import { openWorkspace } from './workspace.ts';

const HOLDER = 'electron/testing/open-workspace.ts';

test('the second program reads, is told who writes, and writes once the holder was killed', async () => {
  const workspace = temporaryWorkspace();
  await workspace.client.site.create({ record: { name: 'Berlin' } });
  await workspace.session.close();

  const holder = startScript(HOLDER, [workspace.file, workspace.backupFolder]);
  expect(await nextLine(holder)).toMatchObject({ mode: 'writable', refusal: null, sites: 1 });
  await workspace.reopen();
  const { mode, refusal } = workspace.session.workspace;
  expect(mode).toBe('readonly');
  expect(refusal?.code).toBe('E_WORKSPACE_BUSY');
  expect(refusal?.message).toContain(`on ${hostname()} (process ${holder.pid})`);
  expect(await workspace.client.site.list({})).toMatchObject({ total: 1 });
  expect(await refusalOf(workspace.client.site.create({ record: { name: 'Paris' } }))).toEqual(refusal);

  await killed(holder);
  await workspace.reopen();
  expect(workspace.session.workspace.mode).toBe('writable');
  await workspace.client.site.create({ record: { name: 'Paris' } });
  await workspace.session.close();
  expect(filesIn(join(workspace.file, '..'))).toEqual(['Test.rackwright']);
});

test('a link to the file leads to the same lock', () => {
  const workspace = temporaryWorkspace();
  const link = join(workspace.file, '..', 'Link.rackwright');
  symlinkSync(workspace.file, link);
  const second = openWorkspace(link, { backupFolder: workspace.backupFolder, write: true });
  expect(second.refusal?.code).toBe('E_WORKSPACE_BUSY');
  second.close();
});

test('a refused second open in this process does not loosen the first one', async () => {
  const workspace = temporaryWorkspace();
  openWorkspace(workspace.file, { backupFolder: workspace.backupFolder, write: true }).close();
  const other = startScript(HOLDER, [workspace.file, workspace.backupFolder]);
  expect(await nextLine(other)).toMatchObject({ mode: 'readonly', refusal: { code: 'E_WORKSPACE_BUSY' } });
});

test('a lock that was released is free, and nothing is left beside the file', () => {
  const folder = temporaryFolder();
  const file = join(folder, 'Test.rackwright');
  createWorkspaceFile(file);
  for (let turn = 0; turn < 3; turn += 1) {
    const lock = takeWriterLock(file);
    expect(failureOf(() => takeWriterLock(file)).code).toBe('E_WORKSPACE_BUSY');
    lock.release();
    lock.release();
  }
  expect(filesIn(folder)).toEqual(['Test.rackwright']);
});

test('a writer closes while another program reads, and the next close leaves one file again', async () => {
  const workspace = temporaryWorkspace();
  await workspace.client.site.create({ record: { name: 'Berlin' } });
  const reader = openWorkspace(workspace.file, { backupFolder: workspace.backupFolder, write: false });
  const rows = reader.reader.prepare('SELECT name FROM site').iterate();
  expect(rows.next().value).toEqual({ name: 'Berlin' });

  await workspace.session.close();
  rows.return?.();
  reader.close();
  await workspace.reopen();
  expect(workspace.session.workspace.mode).toBe('writable');
  await workspace.session.close();
  expect(filesIn(join(workspace.file, '..'))).toEqual(['Test.rackwright']);
});
