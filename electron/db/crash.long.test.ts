import { expect, test } from 'vitest';
import { CRASH_PHASES } from '../testing/crash-phase.ts';
import { survivesKills } from '../testing/crashes.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';

/** Each on a workspace of its own, so that looking after a death stays short. */
test.each(Array.from({ length: 10 }, (_, run) => run))(
  'after each of 100 kills everything acknowledged is there, and nothing by half (run %d)',
  async (run) => {
    const count = await survivesKills(temporaryFolder(), { kills: 100, seed: run });
    process.stdout.write(`${JSON.stringify(count)}\n`);
    expect(count.kills).toBe(100);
    expect(count.acknowledged).toBeGreaterThan(200);
    for (const phase of CRASH_PHASES) expect(count.killedIn[phase]).toBeGreaterThan(0);
  },
);
