import { copyFileSync, statSync } from 'node:fs';
import { afterEach, expect, test, vi } from 'vitest';
import { openReader } from '../db/connection.ts';
import { plant } from '../testing/plant.ts';
import { temporaryWorkspace } from '../testing/temporary-workspace.ts';

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

test('a large log is emptied though commits keep coming', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const { client, session, file } = temporaryWorkspace();
  await plant(client, 'site', { name: 'Berlin' });
  // 17 MB in the log, of which 16 MB is large.
  await session.write({ kind: 'edit', label: 'Much' }, ({ database }) => {
    database.exec('CREATE TABLE much (bytes BLOB)');
    database.exec(`INSERT INTO much VALUES (zeroblob(${17 * 1024 * 1024}))`);
    database.exec('DROP TABLE much');
  });
  await plant(client, 'site', { name: 'Paris' });
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
