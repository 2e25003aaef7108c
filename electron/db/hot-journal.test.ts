import { copyFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { createWorkspaceFile } from './create.ts';
import { openNew } from './connection.ts';
import { openWorkspace } from './workspace.ts';

/** A workspace as a kill leaves it in the middle of a change while it is not in WAL mode: half written, with its journal. */
function halfWritten(folder: string): string {
  const file = join(folder, 'Hall.rackwright');
  createWorkspaceFile(file);
  const database = openNew(file);
  database.pragma('cache_size = 1');
  database.exec("BEGIN; UPDATE setting SET currency = 'USD'");
  database.exec(
    'CREATE TABLE filler AS WITH n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 5000) SELECT i, hex(randomblob(200)) AS t FROM n',
  );
  const copy = join(folder, 'Killed.rackwright');
  for (const ending of ['', '-journal']) copyFileSync(file + ending, copy + ending);
  database.exec('ROLLBACK');
  database.close();
  return copy;
}

test.each([true, false])(
  'what a kill left half done is taken back when the workspace is opened (to write: %s)',
  (write) => {
    const folder = temporaryFolder();
    const file = halfWritten(folder);
    const workspace = openWorkspace(file, { backupFolder: join(folder, 'backups'), write });
    expect(workspace.mode).toBe(write ? 'writable' : 'readonly');
    expect(workspace.reader.prepare('SELECT currency FROM setting').pluck().get()).toBe('EUR');
    workspace.close();
    expect(existsSync(`${file}-journal`)).toBe(!write);
  },
);
