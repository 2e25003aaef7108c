import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { filesIn, sha256Of } from '../testing/file-facts.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { openReader } from './connection.ts';
import { createWorkspaceFile } from './create.ts';
import { APPLICATION_ID, readFileHeader } from './file-header.ts';
import { userVersion } from './migrate.ts';
import { NEWEST_VERSION } from './migrations/list.ts';

test('a new workspace is one whole file of the newest format, and nothing is left beside it', () => {
  const folder = temporaryFolder();
  const file = join(folder, 'New.rackwright');
  createWorkspaceFile(file);
  expect(filesIn(folder)).toEqual(['New.rackwright']);
  expect(readFileHeader(file)).toEqual({ userVersion: NEWEST_VERSION, writeAheadLog: false });
  const reader = openReader(file);
  expect(reader.pragma('application_id', { simple: true })).toBe(APPLICATION_ID);
  expect(userVersion(reader)).toBe(NEWEST_VERSION);
  expect(reader.pragma('integrity_check', { simple: true })).toBe('ok');
  reader.close();
});

test('an existing file is refused and keeps its bytes', () => {
  const folder = temporaryFolder();
  const file = join(folder, 'There.rackwright');
  writeFileSync(file, 'somebody else wrote this');
  const before = sha256Of(file);
  expect(() => createWorkspaceFile(file)).toThrow('There is already a file named "There.rackwright" here');
  expect(sha256Of(file)).toBe(before);
  expect(filesIn(folder)).toEqual(['There.rackwright']);
});

test('a folder that is not there, and one that has the name, are one sentence each', () => {
  const folder = temporaryFolder();
  expect(() => createWorkspaceFile(join(folder, 'missing', 'New.rackwright'))).toThrow(
    'There is no folder "missing" to put the workspace in.',
  );
  mkdirSync(join(folder, 'Folder.rackwright'));
  expect(() => createWorkspaceFile(join(folder, 'Folder.rackwright'))).toThrow('There is already a file named');
  expect(filesIn(folder)).toEqual(['Folder.rackwright']);
});
