import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { FailureCode } from '../../shared/contract/failure.ts';
import { failureOf } from '../testing/failures.ts';
import { filesIn, sha256Of } from '../testing/file-facts.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { openNew } from './connection.ts';
import { createWorkspaceFile } from './create.ts';
import { APPLICATION_ID } from './file-header.ts';
import { NEWEST_VERSION } from './migrations/list.ts';
import { openWorkspace } from './workspace.ts';

/** Writes a file named Test.rackwright that must be refused. */
type Writer = (file: string) => void;

function altered(sql: string): Writer {
  return (file) => {
    createWorkspaceFile(file);
    const database = openNew(file);
    database.exec(sql);
    database.close();
  };
}

const CASES: readonly (readonly [what: string, code: FailureCode, sentence: RegExp, write: Writer])[] = [
  ['a missing file', 'E_NOT_FOUND', /^There is no file at this place\.$/, () => undefined],
  ['text', 'E_WORKSPACE_FORMAT', /^The file is not a Rackwright workspace\.$/, (file) => writeFileSync(file, 'hello')],
  ['an empty file', 'E_WORKSPACE_FORMAT', /^The file is empty; it is not/, (file) => writeFileSync(file, '')],
  [
    'a folder',
    'E_WORKSPACE_FORMAT',
    /^A workspace is a file; this is a folder or a device\.$/,
    (file) => mkdirSync(file),
  ],
  [
    'a FIFO',
    'E_WORKSPACE_FORMAT',
    /^A workspace is a file; this is a folder or a device\.$/,
    (file) => execFileSync('mkfifo', [file]),
  ],
  [
    'another program’s database',
    'E_WORKSPACE_FORMAT',
    /^The file is a SQLite database of another program/,
    (file) => {
      const database = openNew(file);
      database.exec('CREATE TABLE bookmark (url TEXT)');
      database.close();
    },
  ],
  [
    'a workspace cut short',
    'E_WORKSPACE_CORRUPT',
    /^The workspace file is cut short: 8192 of \d+ bytes are there\.$/,
    (file) => {
      createWorkspaceFile(file);
      truncateSync(file, 8192);
    },
  ],
  [
    'a newer format',
    'E_WORKSPACE_NEWER',
    /^The workspace was written by a newer Rackwright \(format 9990; this one reads up to \d+\)\. Nothing was changed\.$/,
    altered('PRAGMA user_version = 9990'),
  ],
  ['a format never written', 'E_WORKSPACE_FORMAT', /claims format 11, which/, altered('PRAGMA user_version = 11')],
  [
    'a foreign trigger',
    'E_WORKSPACE_FORMAT',
    /^The file holds a trigger named "spy" that Rackwright did not make; it is not opened\.$/,
    altered('CREATE TRIGGER spy AFTER UPDATE ON site BEGIN DELETE FROM site; END'),
  ],
  [
    'a foreign view',
    'E_WORKSPACE_FORMAT',
    /^The file holds a view named "sqlitely" that/,
    altered('CREATE VIEW sqlitely AS SELECT * FROM site'),
  ],
  [
    'a foreign table in an older format',
    'E_WORKSPACE_FORMAT',
    /^The file holds a table named "loot" that/,
    (file) => {
      const database = openNew(file);
      database.pragma(`application_id = ${APPLICATION_ID}`);
      database.exec('CREATE TABLE loot (x)');
      database.pragma('user_version = 10');
      database.close();
    },
  ],
];

describe('a file that is no workspace of ours is refused in one sentence and left as it is', () => {
  test.each(CASES)('%s', (_, code, sentence, write) => {
    const folder = temporaryFolder();
    const file = join(folder, 'Test.rackwright');
    write(file);
    const names = filesIn(folder);
    const isFile = names.length === 1 && readsAsFile(file);
    const before = isFile ? sha256Of(file) : '';

    const failure = failureOf(() => openWorkspace(file, { backupFolder: join(folder, 'backups'), write: true }));
    expect(failure.code).toBe(code);
    expect(failure.message).toMatch(sentence);
    expect(filesIn(folder)).toEqual(names);
    expect(isFile ? sha256Of(file) : '').toBe(before);
  });
});

/** Reading a FIFO would wait for ever. */
function readsAsFile(file: string): boolean {
  try {
    return execFileSync('stat', ['-c', '%F', file], { encoding: 'utf8' }).startsWith('regular');
  } catch {
    return false;
  }
}

test('a newer workspace is refused for reading too', () => {
  const folder = temporaryFolder();
  const file = join(folder, 'Test.rackwright');
  altered('PRAGMA user_version = 9990')(file);
  const before = readFileSync(file);
  const failure = failureOf(() => openWorkspace(file, { backupFolder: folder, write: false }));
  expect(failure).toMatchObject({ code: 'E_WORKSPACE_NEWER', details: { format: 9990, readable: NEWEST_VERSION } });
  expect(readFileSync(file).equals(before)).toBe(true);
  expect(filesIn(folder)).toEqual(['Test.rackwright']);
});
