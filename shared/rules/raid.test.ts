import { describe, expect, test } from 'vitest';
import type { RaidImplementation, RaidLevel } from '../domain/raid-level.ts';
import { raidCapacity, raidMinimumMembers } from './raid.ts';

function group(level: RaidLevel, sizes: number[], implementation: RaidImplementation = 'controller') {
  return raidCapacity({ level, implementation, members: sizes.map((capacityGb) => ({ capacityGb })) });
}

describe('planner.md scenario 17: four disks of 1,920 GB', () => {
  test.each<[RaidLevel, number, string]>([
    ['raid0', 7680, '4 × 1920'],
    ['raid1', 1920, '1 × 1920'],
    ['raid5', 5760, '3 × 1920'],
    ['raid6', 3840, '2 × 1920'],
    ['raid10', 3840, '4 ÷ 2 × 1920'],
  ])('%s is %d GB = %s', (level, expected) => {
    expect(group(level, [1920, 1920, 1920, 1920])).toMatchObject({ state: 'ok', capacityGb: expected, finding: null });
  });

  test.each<[RaidLevel, number]>([
    ['raid1', 1],
    ['raid5', 2],
    ['raid6', 3],
    ['raid10', 3],
  ])('%s with %d disks, one below its minimum, is an error and 0 GB', (level, count) => {
    const capacity = group(
      level,
      Array.from({ length: count }, () => 1920),
    );
    expect(capacity).toMatchObject({ state: 'unfinished', capacityGb: 0, missingMembers: 1 });
    expect(capacity.finding?.code).toBe('RAID_UNFINISHED');
  });
});

describe('mixed sizes: the smallest member decides', () => {
  test.each<[RaidLevel, RaidImplementation, number[], number, number, string]>([
    ['raid0', 'controller', [1000, 1000, 4000], 3000, 3000, '3 × 1000; 4000 − 1000 lost'],
    ['raid0', 'md', [1000, 1000, 4000], 6000, 0, '1000 + 1000 + 4000'],
    ['raid0', 'zfs', [1000, 1000, 4000], 6000, 0, '1000 + 1000 + 4000'],
    ['raid1', 'controller', [1000, 4000], 1000, 3000, '1 × 1000; 4000 − 1000 lost'],
    ['raid5', 'controller', [1000, 2000, 4000], 2000, 4000, '2 × 1000; 1000 + 3000 lost'],
    ['raid6', 'md', [1000, 1000, 1000, 1000, 3000], 3000, 2000, '3 × 1000; 2000 lost'],
    ['raid10', 'controller', [1000, 1000, 1000, 4000], 2000, 3000, '4 ÷ 2 × 1000, where the reference says 3500'],
    ['jbod', 'controller', [1000, 4000], 5000, 0, '1000 + 4000'],
  ])('%s on %s of %j is %d GB, %d GB lost: %s', (level, implementation, sizes, capacityGb, lostToMixedSizesGb) => {
    expect(group(level, sizes, implementation)).toMatchObject({ state: 'ok', capacityGb, lostToMixedSizesGb });
  });
});

describe('RAID 10 on md', () => {
  test.each([
    [[1000, 1000], 1000, '⌊2 × 1000 ÷ 2⌋'],
    [[1000, 1000, 1000], 1500, '⌊3 × 1000 ÷ 2⌋'],
    [[480, 480, 480, 480, 480], 1200, '⌊5 × 480 ÷ 2⌋'],
    [[0.001, 0.001, 0.001], 0, '⌊3 × 1 MB ÷ 2⌋ = 1 MB, rounded down to 0 GB'],
  ])('%j is %d GB = %s', (sizes, expected) => {
    expect(group('raid10', sizes, 'md')).toMatchObject({ state: 'ok', capacityGb: expected });
  });

  test('a controller needs an even number: five disks lack one', () => {
    const capacity = group('raid10', [480, 480, 480, 480, 480]);
    expect(capacity.missingMembers).toBe(1);
    expect(capacity.finding?.message).toBe(
      'The RAID group is unfinished: RAID 10 needs an even number of disks and has 5; add 1 disk. It counts 0 GB.',
    );
  });
});

test('minimum disks are 0: 1, 1: 2, 5: 3, 6: 4, 10: 4 (md 2), JBOD: 1', () => {
  const levels: RaidLevel[] = ['raid0', 'raid1', 'raid5', 'raid6', 'raid10', 'jbod'];
  expect(levels.map((level) => raidMinimumMembers(level))).toEqual([1, 2, 3, 4, 4, 1]);
  expect(raidMinimumMembers('raid10', 'md')).toBe(2);
});

test('efficiency is usable ÷ raw: RAID 6 of six 1,000 GB disks is 4000 ÷ 6000', () => {
  expect(group('raid6', [1000, 1000, 1000, 1000, 1000, 1000]).efficiency).toBeCloseTo(4000 / 6000, 12);
});

test('three decimals of a GB count and the result is rounded down: 3 × 893.137 = 2679.411 → 2679', () => {
  expect(group('raid5', [893.137, 893.137, 893.137, 893.137]).capacityGb).toBe(2679);
});

test('a member without a readable size makes the group count nothing', () => {
  expect(group('raid1', [1000, 0])).toMatchObject({
    state: 'unfinished',
    capacityGb: 0,
    finding: {
      code: 'RAID_SIZE_UNKNOWN',
      message: 'The RAID group has a member without a readable size. It counts 0 GB.',
    },
  });
});

test('a group without any disk is unfinished', () => {
  expect(group('raid5', [])).toMatchObject({ state: 'unfinished', capacityGb: 0, missingMembers: 3, rawGb: 0 });
});
