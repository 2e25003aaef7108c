import { copyFileSync, statSync } from 'node:fs';
import { afterEach, expect, test, vi } from 'vitest';
import { openReader } from '../db/connection.ts';
import { plant } from '../testing/plant.ts';
import { temporaryWorkspace, type TemporaryWorkspace } from '../testing/temporary-workspace.ts';
import type { Upkeep } from './upkeep.ts';

afterEach(() => {
  vi.useRealTimers();
});

test('shortly after the last commit the log is empty, so that a bare copy of the open file is whole', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const { client, file } = temporaryWorkspace();
  for (const name of ['Berlin', 'Paris']) await plant(client, 'site', { name });
  expect(statSync(`${file}-wal`).size).toBeGreaterThan(0);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(statSync(`${file}-wal`).size).toBe(0);

  copyFileSync(file, `${file}.copy`);
  const copy = openReader(`${file}.copy`);
  expect(copy.prepare('SELECT count(*) FROM site').pluck().get()).toBe(2);
  copy.close();
});

test('while commits keep coming it is put off, but for no longer than half a minute', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const { client, file } = temporaryWorkspace();
  const sizes: number[] = [];
  for (let second = 0; second < 32; second += 1) {
    await plant(client, 'site', { name: `Site ${second}` });
    await vi.advanceTimersByTimeAsync(1000);
    sizes.push(statSync(`${file}-wal`).size);
  }
  // Commits at 0, 1, 2 … s: looked at every 2 s, put off 14 times, emptied at 30 s.
  expect(sizes.findIndex((size, second) => second > 0 && size === 0)).toBe(29);
  expect(sizes.filter((size) => size === 0)).toHaveLength(1);
});

const NO_UPKEEP: Upkeep = {
  changed: () => undefined,
  beforeImport: async () => undefined,
  backUp: async () => ({ file: '', made: false }),
  scrub: async () => null,
  giveWay: () => undefined,
  close: async () => undefined,
};

/** Writes this many MB into the log, and leaves nothing behind. */
function writeMuch({ session }: TemporaryWorkspace, megabytes: number): Promise<unknown> {
  return session.write({ kind: 'edit', label: 'Much' }, ({ database }) => {
    database.exec('CREATE TABLE much (bytes BLOB)');
    database.exec(`INSERT INTO much VALUES (zeroblob(${megabytes * 1024 * 1024}))`);
    database.exec('DROP TABLE much');
  });
}

test('a large log is emptied after the commit that made it so', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const workspace = temporaryWorkspace();
  const { client, file } = workspace;
  await plant(client, 'site', { name: 'Berlin' });
  await writeMuch(workspace, 15);
  await plant(client, 'site', { name: 'Paris' });
  await vi.advanceTimersByTimeAsync(0);
  expect(statSync(`${file}-wal`).size).toBeGreaterThan(15 * 1024 * 1024);
  // 15 + 2 MB, of which 16 MB is large.
  await writeMuch(workspace, 2);
  await plant(client, 'site', { name: 'Rome' });
  await vi.advanceTimersByTimeAsync(0);
  expect(statSync(`${file}-wal`).size).toBe(0);
});

test('whoever reads from a log that grows too large is asked to end, and the log is emptied then', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const workspace = temporaryWorkspace();
  const { client, file, session } = workspace;
  const reader = openReader(file);
  const giveWay = vi.fn<() => void>(() => reader.close());
  session.upkeep = { ...NO_UPKEEP, giveWay };
  reader.prepare('BEGIN').run();
  reader.prepare('SELECT count(*) FROM site').get();
  await writeMuch(workspace, 20);
  await plant(client, 'site', { name: 'Berlin' });
  await vi.advanceTimersByTimeAsync(2000);
  expect(giveWay).not.toHaveBeenCalled();
  // 20 + 15 MB, of which 32 MB is too large.
  await writeMuch(workspace, 15);
  await vi.advanceTimersByTimeAsync(2000);
  expect(giveWay).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(2000);
  expect(statSync(`${file}-wal`).size).toBe(0);
});

test('a long command is not disturbed: the log is emptied after it', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const { client, session, file } = temporaryWorkspace();
  await plant(client, 'site', { name: 'Berlin' });
  const pause = Promise.withResolvers<void>();
  const slow = session.write({ kind: 'import', label: 'Slow' }, () => pause.promise);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(statSync(`${file}-wal`).size).toBeGreaterThan(0);
  pause.resolve();
  await slow;
  await vi.advanceTimersByTimeAsync(10_000);
  expect(statSync(`${file}-wal`).size).toBe(0);
});
