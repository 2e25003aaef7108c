import { expect, test } from 'vitest';
import { survivesKills } from '../testing/crashes.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';

test('after each of 50 kills everything acknowledged is there, and nothing by half', async () => {
  const count = await survivesKills(temporaryFolder(), 50, (round) => (round * 7919) % 400);
  expect(count.kills).toBe(50);
  // Kills that all came before the first write would prove nothing.
  expect(count.acknowledged).toBeGreaterThan(100);
  expect(count.imports).toBeGreaterThan(0);
  expect(count.backups).toBeGreaterThan(0);
  expect(count.migrations).toBe(10);
}, 300_000);
