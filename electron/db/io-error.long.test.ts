import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { WORKSPACE_CHECKS } from '../engine/workspace-checks.ts';
import type { Fault, FaultReport } from '../testing/fault-control.ts';
import { FaultyDisk } from '../testing/faulty-disk.ts';
import { temporaryWorkspace } from '../testing/temporary-workspace.ts';
import { makeOlderWorkspace } from '../testing/older-workspace.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { NEWEST_VERSION } from './migrations/list.ts';
import { scrubbed } from './scrub/scrub.ts';
import { openWorkspace } from './workspace.ts';

const CALLS_AT_MOST = 5000;

/** In memory where the system has such a folder: a disk that works only costs time here. */
function sweepFolder(): string {
  const folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'rackwright-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A closed workspace with one site, "before". */
async function soundWorkspace(version: number): Promise<string> {
  if (version < NEWEST_VERSION) {
    const file = join(temporaryFolder(), 'Hall.rackwright');
    await makeOlderWorkspace(file, version, ['before']);
    return file;
  }
  const workspace = temporaryWorkspace();
  await workspace.client.site.create({ record: { name: 'before' } });
  await workspace.session.close();
  return workspace.file;
}

/** What the file holds, by a program whose disk is well; it is sound and can be written. */
function namesIn(folder: string): readonly string[] {
  const file = join(folder, 'Hall.rackwright');
  const workspace = openWorkspace(file, { backupFolder: join(folder, 'backups'), write: true });
  expect(workspace.mode).toBe('writable');
  const sql = 'SELECT name FROM compute UNION ALL SELECT name FROM site';
  const names = workspace.reader.prepare<[], string>(sql).pluck().all();
  expect(scrubbed(workspace.reader, WORKSPACE_CHECKS).damage.filter(({ part }) => part !== 'derived')).toEqual([]);
  workspace.close();
  return names;
}

/**
 * What holds after any fault: all that was acknowledged is there, what was refused was refused with a sentence that names the
 * cause, and the same process works on once the disk is well.
 */
function checkRemains({ during, after }: FaultReport, folder: string): void {
  const acknowledged = [...during, ...after].filter(({ failure }) => failure === null).map(({ step }) => step);
  for (const { failure, fault } of during) {
    expect(fault).toBeUndefined();
    if (!failure) continue;
    expect(failure.code).toMatch(/^E_(WORKSPACE_\w+|NO_WORKSPACE)$/);
    expect(failure.message).toMatch(/disk|allow|denied|read-only|damaged|verified|No workspace is open/i);
  }
  expect(after.filter(({ failure }) => failure !== null)).toEqual([]);
  const names = namesIn(folder);
  expect(names).toEqual(
    expect.arrayContaining(['before', ...acknowledged.filter((step) => /^(one|two|three)$/.test(step))]),
  );
  const imported = names.filter((name) => name.startsWith('imported-')).length;
  expect(acknowledged.includes('import') ? [10] : [0, 10]).toContain(imported);
}

interface Sweep extends Omit<Fault, 'nth'> {
  /** Only each so many-th call, where another sweep has already failed each of the same calls in another way. */
  readonly every?: number;
  /** The format of the workspace that is opened; default: the newest. */
  readonly version?: number;
}

/** Lets the first, the second, … such call fail, until there are no more. Answers how many there were. */
async function sweep(kind: Sweep, check: (report: FaultReport) => void = () => undefined): Promise<number> {
  const { every = 1, version = NEWEST_VERSION } = kind;
  const folder = sweepFolder();
  const disk = new FaultyDisk(folder, await soundWorkspace(version));
  let nth = 1;
  for (; nth < CALLS_AT_MOST; nth += every) {
    const report = await disk.meet({ ...kind, nth }, (found, where) => {
      try {
        checkRemains(found, where);
        check(found);
      } catch (problem) {
        throw new Error(`With call ${nth}: ${JSON.stringify(found)}`, { cause: problem });
      }
    });
    if (report.failed === 0) break;
  }
  await disk.end();
  process.stdout.write(`${JSON.stringify(kind)}: ${(nth - 1) / every} runs\n`);
  return nth - 1;
}

const SWEEPS: readonly Sweep[] = [
  { call: 'write', error: 'EIO', onwards: false },
  { call: 'write', error: 'ENOSPC', onwards: true },
  { call: 'write', error: 'EIO', onwards: true, every: 3 },
  { call: 'write', error: 'ENOSPC', onwards: false, every: 3 },
  { call: 'write', error: 'half', onwards: false, every: 3 },
  { call: 'read', error: 'EIO', onwards: false },
  { call: 'read', error: 'EIO', onwards: true, every: 3 },
  { call: 'truncate', error: 'EIO', onwards: true },
  { call: 'remove', error: 'EIO', onwards: true },
  { call: 'name', error: 'EIO', onwards: true },
  { call: 'open', error: 'EIO', onwards: false },
  { call: 'open', error: 'EMFILE', onwards: true },
];

/** The oldest format with places in it: opening it takes the most steps. */
const OLDEST_VERSION = 20;

const MIGRATIONS: readonly Sweep[] = [
  { call: 'write', error: 'ENOSPC', onwards: true, every: 3, version: OLDEST_VERSION },
  { call: 'write', error: 'EIO', onwards: false, every: 5, version: OLDEST_VERSION },
  { call: 'sync', error: 'EIO', onwards: true, version: OLDEST_VERSION },
  { call: 'name', error: 'EIO', onwards: true, version: OLDEST_VERSION },
];

test.each(MIGRATIONS)('$call fails with $error while a workspace is migrated (onwards: $onwards)', async (kind) => {
  expect(await sweep(kind)).toBeGreaterThan(0);
});

test.each(SWEEPS)('$call fails with $error at every call (onwards: $onwards)', async (kind) => {
  const calls = await sweep(kind);
  expect(calls).toBeGreaterThan(0);
  expect(calls).toBeLessThan(CALLS_AT_MOST - 1);
});

test.each([false, true])(
  'sync fails with EIO at every call (onwards: %s): read-only until opened again',
  async (onwards) => {
    let refusedEdits = 0;
    const calls = await sweep({ call: 'sync', error: 'EIO', onwards }, ({ during, mode }) => {
      const refused = during.some(({ step, failure }) => /^(one|two)$/.test(step) && failure !== null);
      if (!refused) return;
      refusedEdits += 1;
      expect(mode).toBe('readonly');
    });
    expect(refusedEdits).toBeGreaterThan(0);
    expect(calls).toBeLessThan(CALLS_AT_MOST - 1);
  },
);
