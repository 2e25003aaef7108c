import { expect, test } from 'vitest';
import { CRASH_PHASES } from '../testing/crash-phase.ts';
import { survivesKills } from '../testing/crashes.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';

test('after each of 50 kills everything acknowledged is there, and nothing by half', async () => {
  const count = await survivesKills(temporaryFolder(), { kills: 50 });
  process.stdout.write(`${JSON.stringify(count)}\n`);
  expect(count.kills).toBe(50);
  // Kills that all came before the first write would prove nothing.
  expect(count.acknowledged).toBeGreaterThan(100);
  expect(count.imports).toBeGreaterThan(0);
  for (const phase of CRASH_PHASES) expect(count.killedIn[phase]).toBeGreaterThan(0);
}, 600_000);

test('the checks find a program that says "saved" before it is', async () => {
  const kills = survivesKills(temporaryFolder(), { kills: 6, phases: ['edit'], lie: 'acknowledges early' });
  await expect(kills).rejects.toThrow(/to deeply equal \[\]/);
}, 300_000);

test('the checks find an import that is there by half', async () => {
  const kills = survivesKills(temporaryFolder(), { kills: 10, phases: ['import'], lie: 'imports row by row' });
  await expect(kills).rejects.toThrow(/to include/);
}, 300_000);
