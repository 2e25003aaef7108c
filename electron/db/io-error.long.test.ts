import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Failure } from '../../shared/contract/failure.ts';
import { WORKSPACE_CHECKS } from '../engine/workspace-checks.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { temporaryWorkspace } from '../testing/temporary-workspace.ts';
import { scrubbed } from './scrub/scrub.ts';
import { openWorkspace } from './workspace.ts';

const SCRIPT = join(import.meta.dirname, '..', 'testing', 'fault-writer.ts');
const CALLS_AT_MOST = 400;

interface Said {
  readonly acknowledged?: string;
  readonly refused?: string;
  readonly failure?: Failure;
  readonly mode?: string;
}

/** A closed workspace with one compute, "before". */
async function soundWorkspace(): Promise<string> {
  const workspace = temporaryWorkspace();
  await workspace.client.compute.create({ record: { name: 'before' } });
  await workspace.session.close();
  return workspace.file;
}

/** Opens a copy, writes and closes while the k-th such call (and all after it) fails. Answers null where none was reached. */
function saidWith(fault: string, original: string, folder: string): readonly Said[] | null {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'Hall.rackwright');
  copyFileSync(original, file);
  const trace = join(folder, 'trace');
  const paths = [file, `${file}-wal`, `${file}-journal`, folder].flatMap((path) => ['-P', path]);
  const [, call = ''] = /^inject=(\w+)/.exec(fault) ?? [];
  const how = ['-f', '-qq', '--seccomp-bpf', '-e', `trace=${call}`, '-e', fault];
  const words = [...how, '-o', trace, ...paths, process.execPath, SCRIPT, folder];
  const { stdout, error } = spawnSync('strace', words, {
    encoding: 'utf8',
    // Compiled once for all the runs: starting one is mostly compiling.
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1', NODE_COMPILE_CACHE: join(original, '..', 'compile-cache') },
  });
  expect(error).toBeUndefined();
  if (!readFileSync(trace, 'utf8').includes('(INJECTED)')) return null;
  return stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Said);
}

/** What holds after any fault: all that was acknowledged is there, nothing by half, and the program said why it refused. */
function checkRemains(folder: string, said: readonly Said[]): void {
  // A program that crashed would not have got to its end.
  expect([said.at(-1)?.acknowledged, said.at(-1)?.refused]).toContain('close');
  for (const { failure } of said) {
    if (!failure) continue;
    expect(failure.code).toMatch(/^E_WORKSPACE_/);
    expect(failure.message).toMatch(/disk|allow|read-only|damaged/i);
  }
  const file = join(folder, 'Hall.rackwright');
  const workspace = openWorkspace(file, { backupFolder: join(folder, 'backups'), write: true });
  expect(workspace.mode).toBe('writable');
  const names = new Set(workspace.reader.prepare<[], string>('SELECT name FROM compute').pluck().all());
  expect(scrubbed(workspace.reader, WORKSPACE_CHECKS).damage.filter(({ part }) => part !== 'derived')).toEqual([]);
  workspace.close();
  expect(names).toContain('before');
  for (const { acknowledged } of said)
    if (acknowledged === 'one' || acknowledged === 'two') expect(names).toContain(acknowledged);
}

/** Each call alone, and each with all that come after it. */
test.each([
  ['pwrite64', 'EIO', ''],
  ['pwrite64', 'ENOSPC', '+'],
  ['fsync', 'EIO', ''],
  ['fsync', 'EIO', '+'],
  ['ftruncate', 'EIO', '+'],
  ['unlink', 'EIO', '+'],
] as const)('%s fails with %s at its k-th call%s, for every k', async (call, error, onwards) => {
  const original = await soundWorkspace();
  const folder = join(temporaryFolder(), 'disk');
  let reached = 0;
  while (reached < CALLS_AT_MOST) {
    const said = saidWith(`inject=${call}:error=${error}:when=${reached + 1}${onwards}`, original, folder);
    if (said === null) break;
    reached += 1;
    try {
      checkRemains(folder, said);
      const refusedEdit = said.some(({ refused }) => refused === 'one' || refused === 'two');
      if (call === 'fsync' && refusedEdit) expect(said.findLast(({ mode }) => mode)?.mode).toBe('readonly');
    } catch (problem) {
      throw new Error(`With call ${reached}, after ${JSON.stringify(said)}`, { cause: problem });
    }
  }
  expect(reached).toBeGreaterThan(0);
  expect(reached).toBeLessThan(CALLS_AT_MOST);
});
