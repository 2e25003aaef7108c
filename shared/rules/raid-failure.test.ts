import { describe, expect, test } from 'vitest';
import type { RaidImplementation, RaidLevel } from '../domain/raid-level.ts';
import { raidCapacity } from './raid.ts';

interface Loss {
  level: RaidLevel;
  recorded: number;
  nominal?: number;
  failed?: number;
  implementation?: RaidImplementation;
}

function afterLoss({ level, recorded, nominal = recorded, failed = 0, implementation = 'controller' }: Loss) {
  const members = Array.from({ length: recorded }, (_, index) => ({ capacityGb: 1000, failed: index < failed }));
  return raidCapacity({ level, implementation, members, nominalMembers: nominal, name: 'vd0' });
}

describe('an array recorded with absent or failed members counts its nominal members', () => {
  test.each<[string, Loss, string, number]>([
    ['RAID 5, 1 of 4 absent: 3 × 1000', { level: 'raid5', recorded: 3, nominal: 4 }, 'degraded', 3000],
    ['RAID 5, 1 of 4 failed: 3 × 1000', { level: 'raid5', recorded: 4, failed: 1 }, 'degraded', 3000],
    ['RAID 5, 1 absent and 1 failed: lost', { level: 'raid5', recorded: 3, nominal: 4, failed: 1 }, 'failed', 0],
    ['RAID 6, 2 of 6 absent: 4 × 1000', { level: 'raid6', recorded: 4, nominal: 6 }, 'degraded', 4000],
    ['RAID 6, 3 of 6 absent: lost', { level: 'raid6', recorded: 3, nominal: 6 }, 'failed', 0],
    ['RAID 1, 1 of 2 absent: 1 × 1000', { level: 'raid1', recorded: 1, nominal: 2 }, 'degraded', 1000],
    ['RAID 10, 2 of 4 absent: 4 ÷ 2 × 1000', { level: 'raid10', recorded: 2, nominal: 4 }, 'degraded', 2000],
    ['RAID 10, 3 of 4 absent: lost', { level: 'raid10', recorded: 1, nominal: 4 }, 'failed', 0],
    ['RAID 0, 1 of 2 absent: lost', { level: 'raid0', recorded: 1, nominal: 2 }, 'failed', 0],
    ['JBOD, 1 of 3 failed: 2 × 1000', { level: 'jbod', recorded: 3, failed: 1 }, 'degraded', 2000],
  ])('%s', (_, loss, state, capacityGb) => {
    expect(afterLoss(loss)).toMatchObject({ state, capacityGb });
  });

  test('the finding names the group and the loss', () => {
    expect(afterLoss({ level: 'raid5', recorded: 3, nominal: 4 }).finding).toEqual({
      code: 'RAID_DEGRADED',
      message: 'vd0 (RAID 5) is degraded: 1 disk of 4 absent or failed.',
    });
    expect(afterLoss({ level: 'raid0', recorded: 2, failed: 1 }).finding).toEqual({
      code: 'RAID_FAILED',
      message: 'vd0 (RAID 0) has failed: 1 disk of 2 absent or failed. It counts 0 GB.',
    });
  });
});

describe('what another failure would do', () => {
  test.each<[string, Loss, number, number, string]>([
    [
      'RAID 6 of 6',
      { level: 'raid6', recorded: 6 },
      2,
      2,
      '2 more disks may fail without loss of data; the group would run degraded.',
    ],
    [
      'RAID 6 less 1',
      { level: 'raid6', recorded: 6, failed: 1 },
      1,
      1,
      'One more disk may fail without loss of data; the group would run degraded.',
    ],
    ['RAID 6 less 2', { level: 'raid6', recorded: 6, failed: 2 }, 0, 0, 'Another failure loses all data of the group.'],
    [
      'RAID 1 of 3',
      { level: 'raid1', recorded: 3 },
      2,
      2,
      '2 more disks may fail without loss of data; the group would run degraded.',
    ],
    [
      'RAID 10 of 4',
      { level: 'raid10', recorded: 4 },
      1,
      2,
      'One more disk may fail without loss of data (up to 2 if each hits another mirror); the group would run degraded.',
    ],
    [
      'RAID 10 of 4 less 1',
      { level: 'raid10', recorded: 4, failed: 1 },
      0,
      1,
      'Another failure loses all data if it hits the partner of a lost disk, and none otherwise.',
    ],
    ['RAID 0 of 2', { level: 'raid0', recorded: 2 }, 0, 0, 'Another failure loses all data of the group.'],
    ['JBOD of 2', { level: 'jbod', recorded: 2 }, 0, 0, 'A failure loses the data of that disk only.'],
    ['RAID 5 of 2', { level: 'raid5', recorded: 2 }, 0, 0, 'The group holds no data until it is finished.'],
    ['RAID 5 less 2', { level: 'raid5', recorded: 4, failed: 2 }, 0, 0, 'The data are lost already.'],
  ])('%s', (_, loss, disksThatMayFail, disksThatMayFailAtBest, ifAnotherFails) => {
    expect(afterLoss(loss)).toMatchObject({ disksThatMayFail, disksThatMayFailAtBest, ifAnotherFails });
  });
});
