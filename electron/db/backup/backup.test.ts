import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { failureOf } from '../../testing/failures.ts';
import { filesIn, sha256Of } from '../../testing/file-facts.ts';
import { temporaryFolder } from '../../testing/temporary-folder.ts';
import { temporaryWorkspace } from '../../testing/temporary-workspace.ts';
import { saveCopy } from './copy.ts';
import { listBackups, writeBackup } from './store.ts';
import { openNew, openReader } from '../connection.ts';
import { APPLICATION_ID } from '../file-header.ts';
import { migrate, userVersion } from '../migrate.ts';
import { NEWEST_VERSION } from '../migrations/list.ts';
import { restoreBackup } from '../restore.ts';
import { insertObject } from '../testing/databases.ts';
import { verifyChangeLog } from '../verify.ts';
import { openWorkspace } from '../workspace.ts';

function olderWorkspace(file: string): void {
  const database = openNew(file);
  database.pragma(`application_id = ${APPLICATION_ID}`);
  migrate(database, 20);
  insertObject(database, 's', 'site', 'Berlin');
  database.prepare("INSERT INTO site (id, name) VALUES ('s', 'Berlin')").run();
  database.close();
}

test('an older workspace is migrated after a verified backup of it as it was', () => {
  const folder = temporaryFolder();
  const file = join(folder, 'Old.rackwright');
  const backupFolder = join(folder, 'backups');
  olderWorkspace(file);

  const workspace = openWorkspace(file, { backupFolder, write: true });
  expect(workspace.mode).toBe('writable');
  expect(userVersion(workspace.reader)).toBe(NEWEST_VERSION);
  expect(workspace.reader.prepare('SELECT name FROM site').all()).toEqual([{ name: 'Berlin' }]);
  workspace.close();

  const [backup, ...others] = listBackups(backupFolder);
  expect(others).toEqual([]);
  expect(backup?.reason).toBe(`before format ${NEWEST_VERSION}`);
  const copy = openReader(backup?.file ?? '');
  expect(userVersion(copy)).toBe(20);
  expect(copy.prepare('SELECT name FROM site').all()).toEqual([{ name: 'Berlin' }]);
  copy.close();
});

test('without a backup nothing is migrated: the older file keeps its bytes', () => {
  const folder = temporaryFolder();
  const file = join(folder, 'Old.rackwright');
  olderWorkspace(file);
  const before = sha256Of(file);
  writeFileSync(join(folder, 'backups'), 'a file where the folder should be');
  expect(() => openWorkspace(file, { backupFolder: join(folder, 'backups'), write: true })).toThrow('EEXIST');
  expect(sha256Of(file)).toBe(before);
  expect(filesIn(folder)).toEqual(['Old.rackwright', 'backups']);
});

test('an older workspace that can only be read says that it must be migrated first', () => {
  const folder = temporaryFolder();
  const file = join(folder, 'Old.rackwright');
  olderWorkspace(file);
  const failure = failureOf(() => openWorkspace(file, { backupFolder: folder, write: false }));
  expect(failure.code).toBe('E_WORKSPACE_READONLY');
  expect(failure.message).toMatch(/older format and must be migrated first/);
});

test('a copy holds everything committed, the log included, and replaces an older copy', async () => {
  const workspace = temporaryWorkspace();
  const { session, client } = workspace;
  const target = join(workspace.file, '..', 'Copy.rackwright');
  writeFileSync(target, 'an older copy');
  for (const name of ['Berlin', 'Paris']) await client.site.create({ record: { name } });
  saveCopy(session.read, target);
  await client.site.create({ record: { name: 'Rome' } });

  const copy = openReader(target);
  expect(copy.prepare('SELECT name FROM site ORDER BY name').pluck().all()).toEqual(['Berlin', 'Paris']);
  expect(copy.pragma('application_id', { simple: true })).toBe(APPLICATION_ID);
  expect(verifyChangeLog(copy)).toMatchObject({ ok: true, checked: 2 });
  copy.close();
  expect(filesIn(join(workspace.file, '..'))).toContain('Copy.rackwright');
});

test('backups are listed newest first with moment, reason and size; other files are not', () => {
  const { session } = temporaryWorkspace();
  const folder = temporaryFolder();
  const moments = ['2026-03-01T08:00:00.000Z', '2026-03-02T08:00:00.123Z'];
  for (const moment of moments) writeBackup(session.read, folder, 'before import', new Date(moment));
  writeFileSync(join(folder, 'notes.txt'), '');
  const backups = listBackups(folder);
  expect(backups.map(({ at, reason }) => ({ at, reason }))).toEqual([
    { at: moments[1], reason: 'before import' },
    { at: moments[0], reason: 'before import' },
  ]);
  expect(backups.every(({ bytes }) => bytes > 0)).toBe(true);
  expect(listBackups(join(folder, 'missing'))).toEqual([]);
});

test('a backup of a damaged workspace says so, and takes no sound one away', async () => {
  const { session, client } = temporaryWorkspace();
  const folder = temporaryFolder();
  await client.site.create({ record: { name: 'Berlin' } });
  const at = new Date('2026-03-01T08:00:00.000Z');
  writeBackup(session.read, folder, 'automatic', at);
  session.workspace.writer?.exec("UPDATE site SET region = 'X'");
  // Of the same hour: a sound one would take the place of the one before.
  for (let number = 0; number < 3; number += 1) writeBackup(session.read, folder, 'automatic', at);
  const problems = listBackups(folder).map(({ facts }) => facts.problem);
  const damaged = 'Site "Berlin" does not hold in "Region" what its history says.';
  expect(problems).toEqual([damaged, damaged, damaged, null]);
});

test('a backup that rotted after it was made is not restored, and is known for it from then on', async () => {
  const workspace = temporaryWorkspace();
  const { session, client, file, backupFolder } = workspace;
  await client.site.create({ record: { name: 'Berlin', notes: 'behind the YELLOW door' } });
  const backup = writeBackup(session.read, backupFolder, 'by hand', new Date());
  expect(listBackups(backupFolder)[0]?.facts.problem).toBeNull();
  const bytes = readFileSync(backup);
  const at = bytes.indexOf('YELLOW');
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
  writeFileSync(backup, bytes);
  await session.close();
  const before = sha256Of(file);
  const failure = failureOf(() => restoreBackup(backup, file, backupFolder));
  expect(failure).toMatchObject({ code: 'E_WORKSPACE_CORRUPT' });
  expect(failure.message).toBe('This backup is damaged itself and was not restored. Choose another.');
  expect(sha256Of(file)).toBe(before);
  expect(listBackups(backupFolder)[0]?.facts.problem).toMatch(/^(Site "Berlin"|History: Entry 1) /);
});
