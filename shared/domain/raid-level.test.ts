import { describe, expect, test } from 'vitest';
import { isRaidLevel, RAID_LEVELS, raidLevelLabel, readRaidLevel } from './raid-level.ts';

describe('readRaidLevel brings every spelling to one stored form', () => {
  test.each([
    [0, 'raid0'],
    ['0', 'raid0'],
    ['raid1', 'raid1'],
    [' RAID 5 ', 'raid5'],
    ['Raid-6', 'raid6'],
    ['RAID_10', 'raid10'],
    ['1+0', 'raid10'],
    ['raid 1+0', 'raid10'],
    ['JBOD', 'jbod'],
    ['none', null],
    ['', null],
    [null, null],
    [undefined, null],
  ])('%s is %s', (written, expected) => {
    expect(readRaidLevel(written)).toEqual({ ok: true, value: expected });
  });

  test.each(['raid50', '7', 'mirror', 'raid', 'jbod5', 'raidjbod', 15, -1])('%s is refused by name', (written) => {
    const reading = readRaidLevel(written);
    expect(reading.ok ? '' : reading.message).toBe(
      `RAID level '${written}' is not known; allowed is 0, 1, 5, 6 or 10 (also written RAID 5 or raid5), JBOD, or none.`,
    );
  });

  test('every stored form reads as itself, and its label reads as it', () => {
    for (const { value } of RAID_LEVELS) {
      expect(isRaidLevel(value)).toBe(true);
      expect(readRaidLevel(value)).toEqual({ ok: true, value });
      expect(readRaidLevel(raidLevelLabel(value))).toEqual({ ok: true, value });
    }
    expect(isRaidLevel('5')).toBe(false);
  });
});
