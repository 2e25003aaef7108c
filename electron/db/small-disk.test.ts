import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Failure } from '../../shared/contract/failure.ts';
import { WORKSPACE_CHECKS } from '../engine/workspace-checks.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { scrubbed } from './scrub/scrub.ts';
import { openWorkspace } from './workspace.ts';

const SCRIPT = join(import.meta.dirname, '..', 'testing', 'disk-writer.ts');

interface Said {
  readonly acknowledged?: string;
  readonly refused?: string;
  readonly failure?: Failure;
  readonly mode?: string;
}

/** Runs the script in a shell that first sets the limits; `$0` is its folder. */
function said(shell: string, words: readonly string[], how: readonly string[] = []): Said[] {
  const [command, ...before] = [...how, 'sh'];
  const { stdout, stderr } = spawnSync(command, [...before, '-c', `${shell} && exec "$@"`, ...words], {
    encoding: 'utf8',
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
  });
  const lines = stdout.split('\n').filter(Boolean);
  if (lines.length === 0) throw new Error(stderr);
  return lines.map((line) => JSON.parse(line) as Said);
}

/** What the file holds after all, by a program that knows nothing of the limits. */
function namesIn(file: string, folder: string): Set<string> {
  const workspace = openWorkspace(file, { backupFolder: join(folder, 'backups'), write: true });
  expect(workspace.mode).toBe('writable');
  expect(scrubbed(workspace.reader, WORKSPACE_CHECKS).damage.filter(({ part }) => part !== 'derived')).toEqual([]);
  const names = workspace.reader.prepare<[], string>('SELECT name FROM compute').pluck().all();
  workspace.close();
  return new Set(names);
}

const singles = (lines: readonly Said[]) =>
  lines.flatMap(({ acknowledged }) => (acknowledged && /^(e|after-)\w*\d/.test(acknowledged) ? [acknowledged] : []));

/** Megabytes of room beside an empty workspace; each fails at another point: opening, backup, import, edits. */
test.each([2, 3, 4, 6, 9])(
  'on a disk of %d MB nothing refused was acknowledged, the cause is named, and work goes on once there is room',
  (megabytes) => {
    const folder = temporaryFolder();
    const [disk, copy] = [join(folder, 'disk'), join(folder, 'Copy.rackwright')];
    mkdirSync(disk);
    const ballast = megabytes * 1_000_000;
    const mount = `mount -t tmpfs -o size=${2 * megabytes + 2}m none "$0"`;
    const words = [disk, process.execPath, SCRIPT, disk, copy, 'full', String(ballast)];
    const lines = said(mount, words, ['unshare', '--user', '--map-root-user', '--mount']);

    const refusals = lines.flatMap(({ failure }) => failure ?? []);
    expect(refusals.length).toBeGreaterThan(0);
    for (const { code, message } of refusals) {
      expect(code).toBe('E_WORKSPACE_FULL');
      expect(message).toMatch(/disk is full|no room for a backup/);
    }
    expect(singles(lines)).toEqual(expect.arrayContaining(['after-0', 'after-1', 'after-2']));
    expect(lines.at(-1)).toEqual({ mode: 'writable' });
    const names = namesIn(copy, folder);
    for (const name of singles(lines)) expect(names).toContain(name);
    for (const [what, name] of [
      ['import', 'many'],
      ['import again', 'again'],
    ] as const) {
      const there = [...names].filter((entry) => entry.startsWith(`${name}-`)).length;
      expect(there).toBe(lines.some(({ acknowledged }) => acknowledged === what) ? 200 : 0);
    }
  },
  60_000,
);

/** The largest file in blocks of 512 bytes: writing beyond it is an error of the disk, not a full one. */
test.each([2400, 4000, 9000])(
  'a disk that refuses to write beyond %d blocks makes the workspace read-only until it is opened again',
  (blocks) => {
    const folder = temporaryFolder();
    const lines = said(`ulimit -f ${blocks}`, [folder, process.execPath, SCRIPT, folder, '', 'error']);
    const last = lines.findLast(({ refused }) => refused === 'after-error');
    expect(last?.failure?.code).toBe('E_WORKSPACE_READONLY');
    expect(last?.failure?.message).toMatch(
      /^The disk reported an error, so nothing more is written\..+open the workspace again\.$/,
    );
    expect(lines.at(-1)).toEqual({ mode: 'readonly' });
    const file = join(folder, 'Hall.rackwright');
    copyFileSync(file, join(folder, 'Before.rackwright'));
    const names = namesIn(file, folder);
    for (const name of singles(lines)) expect(names).toContain(name);
  },
  60_000,
);
