import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { listBackups } from '../db/backup/store.ts';
import { createWorkspaceFile } from '../db/create.ts';
import { openReader } from '../db/connection.ts';
import { SessionHolder } from '../session/session.ts';
import { filesIn, sha256Of } from '../testing/file-facts.ts';
import { refusalOf } from '../testing/failures.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { clientOf } from './cli/session.ts';
import { runCommand } from './control.ts';

interface Bench {
  readonly holder: SessionHolder;
  readonly folder: string;
  readonly file: string;
  readonly backupFolder: string;
  readonly open: (file?: string) => Promise<unknown>;
  readonly addSite: (name: string) => Promise<unknown>;
}

function bench(): Bench {
  const folder = temporaryFolder();
  const holder = new SessionHolder();
  const file = join(folder, 'Hall.rackwright');
  const backupFolder = join(folder, 'backups');
  createWorkspaceFile(file);
  onTestFinished(async () => runCommand(holder, { kind: 'close' }) as Promise<void>);
  return {
    holder,
    folder,
    file,
    backupFolder,
    open: (other = file) =>
      runCommand(holder, { kind: 'open', file: other, backupFolder, operator: 'ada', write: true }),
    addSite: (name) => clientOf(holder.require()).site.create({ record: { name } }),
  };
}

function sitesIn(file: string): unknown[] {
  const reader = openReader(file);
  const names = reader.prepare('SELECT name FROM site ORDER BY name').pluck().all();
  reader.close();
  return names;
}

test('opening another workspace closes the first, which is then one file', async () => {
  const { holder, folder, open, file } = bench();
  const other = join(folder, 'Other.rackwright');
  await runCommand(holder, { kind: 'create', file: other });
  expect(await open()).toEqual({ mode: 'writable', reason: null });
  expect(await open(other)).toEqual({ mode: 'writable', reason: null });
  expect(holder.require().workspace.file).toBe(other);
  expect(existsSync(`${file}-lock`)).toBe(false);
});

test('a copy may not be the open workspace, nor a workspace that somebody has open', async () => {
  const { holder, folder, file, open, addSite } = bench();
  await open();
  await addSite('Berlin');
  const own = await refusalOf(runCommand(holder, { kind: 'saveCopy', target: file }));
  expect(own).toEqual({ code: 'E_WORKSPACE_BUSY', message: 'A copy needs another name than the open workspace.' });

  const other = new SessionHolder();
  const target = join(folder, 'Other.rackwright');
  createWorkspaceFile(target);
  await runCommand(other, { kind: 'open', file: target, backupFolder: folder, operator: 'bob', write: true });
  expect((await refusalOf(runCommand(holder, { kind: 'saveCopy', target }))).code).toBe('E_WORKSPACE_BUSY');
  await runCommand(other, { kind: 'close' });
  await runCommand(holder, { kind: 'saveCopy', target });
  expect(sitesIn(target)).toEqual(['Berlin']);
});

test('a restored backup takes the place of the workspace, which is kept as a backup: restoring that undoes it', async () => {
  const { holder, folder, file, backupFolder, open, addSite } = bench();
  await open();
  await addSite('Berlin');
  const backup = join(folder, 'Backup.rackwright');
  await runCommand(holder, { kind: 'saveCopy', target: backup });
  await addSite('Paris');
  await runCommand(holder, { kind: 'restore', backup, file, backupFolder });

  expect(sitesIn(file)).toEqual(['Berlin']);
  const [kept] = listBackups(backupFolder);
  expect(kept).toMatchObject({ reason: 'before restore', facts: { counts: { site: 2 }, changes: 2, problem: null } });
  expect(kept?.facts.lastChange?.label).toBe('Create site Paris');
  expect(filesIn(folder)).toEqual(['Backup.rackwright', 'Hall.rackwright', 'backups']);

  await runCommand(holder, { kind: 'restore', backup: kept?.file ?? '', file, backupFolder });
  expect(sitesIn(file)).toEqual(['Berlin', 'Paris']);
  expect(await open()).toEqual({ mode: 'writable', reason: null });
});

test('a damaged workspace that is replaced is kept beside it, with what a crash left of its log', async () => {
  const { holder, folder, file, backupFolder, open } = bench();
  await open();
  const backup = join(folder, 'Backup.rackwright');
  await runCommand(holder, { kind: 'saveCopy', target: backup });
  await runCommand(holder, { kind: 'close' });
  writeFileSync(file, readFileSync(file).fill(0xff, 4096, 3 * 4096));
  writeFileSync(`${file}-wal`, 'pages that were never written back');
  const damaged = sha256Of(file);
  await runCommand(holder, { kind: 'restore', backup, file, backupFolder });
  expect(existsSync(`${file}-wal`)).toBe(false);
  const kept = filesIn(folder).filter((name) => /^Hall damaged \w+\.rackwright(-wal)?$/.test(name));
  expect(kept).toHaveLength(2);
  expect(sha256Of(join(folder, kept[0] ?? ''))).toBe(damaged);
  expect(await open()).toEqual({ mode: 'writable', reason: null });
});

test.each([
  ['its first byte is damaged', (bytes: Buffer) => bytes.fill(bytes.readUInt8(0) ^ 1, 0, 1)],
  ['it is empty', () => Buffer.alloc(0)],
  ['it is cut short', (bytes: Buffer) => bytes.subarray(0, 5000)],
  ['it holds something else', () => Buffer.from('not a workspace')],
])('a workspace is restored where %s, and what was there is kept beside it', async (_what, broken) => {
  const { holder, folder, file, backupFolder, open, addSite } = bench();
  await open();
  await addSite('Berlin');
  const backup = join(folder, 'Backup.rackwright');
  await runCommand(holder, { kind: 'saveCopy', target: backup });
  await runCommand(holder, { kind: 'close' });
  writeFileSync(file, broken(readFileSync(file)));
  const before = sha256Of(file);
  await runCommand(holder, { kind: 'restore', backup, file, backupFolder });
  expect(sitesIn(file)).toEqual(['Berlin']);
  const [kept = ''] = filesIn(folder).filter((name) => /^Hall damaged \w+\.rackwright$/.test(name));
  expect(sha256Of(join(folder, kept))).toBe(before);
  expect(await open()).toEqual({ mode: 'writable', reason: null });
});

test('a file that is no workspace is not restored, and the workspace keeps its bytes', async () => {
  const { holder, folder, file, backupFolder } = bench();
  const backup = join(folder, 'notes.txt');
  writeFileSync(backup, 'not a workspace');
  const before = sha256Of(file);
  expect((await refusalOf(runCommand(holder, { kind: 'restore', backup, file, backupFolder }))).code).toBe(
    'E_WORKSPACE_FORMAT',
  );
  expect(sha256Of(file)).toBe(before);
});

test('without a workspace every channel answers E_NO_WORKSPACE', async () => {
  const holder = new SessionHolder();
  expect((await refusalOf(runCommand(holder, { kind: 'saveCopy', target: 'x' }))).code).toBe('E_NO_WORKSPACE');
});

test('the operator is who the changes after are written by', async () => {
  const { holder, open, addSite } = bench();
  await open();
  await addSite('Berlin');
  await runCommand(holder, { kind: 'operator', operator: 'bob' });
  await addSite('Paris');
  const groups = await clientOf(holder.require()).history.groups({});
  expect(groups.map(({ actor, label }) => `${actor}: ${label}`)).toEqual([
    'bob: Create site Paris',
    'ada: Create site Berlin',
  ]);
});
