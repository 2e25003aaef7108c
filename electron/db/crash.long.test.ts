import { expect, test } from 'vitest';
import { survivesKills } from '../testing/crashes.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';

/** Each on a workspace of its own, so that looking after a death stays short. */
test.each(Array.from({ length: 10 }, (_, run) => run))(
  'after each of 100 kills everything acknowledged is there, and nothing by half (run %d)',
  async (run) => {
    const count = await survivesKills(temporaryFolder(), 100, (round) => ((run * 100 + round) * 7919) % 400);
    expect(count.kills).toBe(100);
    expect(count.acknowledged).toBeGreaterThan(200);
  },
);
