import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Failure } from '../../shared/contract/failure.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { openWorkspace } from './workspace.ts';

const SCRIPT = join(import.meta.dirname, '..', 'testing', 'disk-writer.ts');

interface Said {
  readonly acknowledged?: string;
  readonly refused?: string;
  readonly failure?: Failure;
  readonly mode?: string;
}

/** strace makes the k-th sync of the disk, and every one after it, fail as a dying disk would. */
test.each([30, 60, 100, 200])(
  'from sync %d on the disk fails: no acknowledgement, read-only until opened again',
  (when) => {
    const folder = temporaryFolder();
    const inject = [`inject=fdatasync:error=EIO:when=${when}+`, `inject=fsync:error=EIO:when=${when}+`];
    const words = [
      '-f',
      '-qq',
      '-o',
      '/dev/null',
      ...inject.flatMap((rule) => ['-e', rule]),
      process.execPath,
      SCRIPT,
      folder,
      '',
      'error',
    ];
    const { stdout, error } = spawnSync('strace', words, {
      encoding: 'utf8',
      env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    });
    expect(error).toBeUndefined();
    const lines = stdout
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Said);
    expect(lines.findLast(({ refused }) => refused === 'after-error')?.failure?.code).toBe('E_WORKSPACE_READONLY');
    expect(lines.at(-1)).toEqual({ mode: 'readonly' });

    const file = join(folder, 'Hall.rackwright');
    const workspace = openWorkspace(file, { backupFolder: folder, write: true });
    const names = new Set(workspace.reader.prepare<[], string>('SELECT name FROM compute').pluck().all());
    workspace.close();
    for (const { acknowledged } of lines)
      if (acknowledged && /^e\d+$/.test(acknowledged)) expect(names).toContain(acknowledged);
  },
);
