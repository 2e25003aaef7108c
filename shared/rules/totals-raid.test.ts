import { describe, expect, test } from 'vitest';
import { computeTotals, raidGroupCapacities, type TotalsAssignment } from './totals.ts';

function disks(quantity: number, capacityGb: number, rest: Partial<TotalsAssignment> = {}): TotalsAssignment {
  return { componentType: 'storage', specs: { capacity_gb: capacityGb, type: 'nvme' }, quantity, ...rest };
}

function storage(...assignments: TotalsAssignment[]) {
  const { nvme, findings } = computeTotals({ assignments, coresCount: 'cores' });
  return { nvme, codes: findings.map(({ code }) => code), messages: findings.map(({ message }) => message) };
}

describe('storage counts by RAID group', () => {
  test('two groups and loose disks: 3 × 1000 + 1 × 480 + 2 × 960 GB', () => {
    expect(
      storage(
        disks(4, 1000, { raidLevel: 'raid5', raidGroup: 'data' }),
        disks(2, 480, { raidLevel: '1', raidGroup: 'boot' }),
        disks(2, 960),
      ),
    ).toEqual({ nvme: 3000 + 480 + 1920, codes: [], messages: [] });
  });

  test('members of one group may lie in several assignments, under names that differ in case: (3 − 1) × 1000', () => {
    const levels = ['5', 'RAID 5', 'raid5'];
    const members = levels.map((raidLevel, index) =>
      disks(1, 1000 + index, { raidLevel, raidGroup: index ? 'VD0' : 'vd0 ' }),
    );
    expect(storage(...members)).toMatchObject({ nvme: 2000, codes: [] });
  });

  test('a hot spare stores nothing: 3 × 1000 of four members', () => {
    const raid = { raidLevel: 'raid5', raidGroup: 'data' };
    expect(
      storage(disks(4, 1000, raid), disks(1, 1000, { ...raid, hotSpare: true }), disks(1, 1000, { hotSpare: true })),
    ).toMatchObject({
      nvme: 3000,
      codes: [],
    });
  });

  test('a JBOD disk without a group counts as it is', () => {
    expect(storage(disks(2, 1000, { raidLevel: 'JBOD' }))).toMatchObject({ nvme: 2000, codes: [] });
  });

  test('md stripes mixed sizes fully, a controller does not: 1000 + 3000 against 2 × 1000', () => {
    const raid = { raidLevel: 'raid0', raidGroup: 'scratch' };
    expect(storage(disks(1, 1000, raid), disks(1, 3000, { ...raid, raidImplementation: 'md' }))).toMatchObject({
      nvme: 4000,
    });
    expect(storage(disks(1, 1000, raid), disks(1, 3000, raid))).toMatchObject({ nvme: 2000 });
  });
});

describe('never a silent sum', () => {
  test.each<[string, TotalsAssignment[], string, string]>([
    [
      'a level without a group',
      [disks(4, 1000, { raidLevel: 'raid5' })],
      'RAID_LEVEL_WITHOUT_GROUP',
      'A storage part has a RAID level but no RAID group; name the group. It counts 0 GB.',
    ],
    [
      'a group without a level',
      [disks(4, 1000, { raidGroup: 'vd0' })],
      'RAID_GROUP_WITHOUT_LEVEL',
      'RAID group vd0 has no level; choose 0, 1, 5, 6, 10 or JBOD. It counts 0 GB.',
    ],
    [
      'mixed levels',
      [disks(2, 1000, { raidLevel: 5, raidGroup: 'vd0' }), disks(2, 1000, { raidLevel: 6, raidGroup: 'vd0' })],
      'RAID_MIXED_LEVELS',
      'RAID group vd0 mixes RAID 5, RAID 6; a group has one level. It counts 0 GB.',
    ],
    [
      'mixed implementations',
      [
        disks(2, 1000, { raidLevel: 1, raidGroup: 'vd0', raidImplementation: 'md' }),
        disks(2, 1000, { raidLevel: 1, raidGroup: 'vd0', raidImplementation: 'controller' }),
      ],
      'RAID_MIXED_IMPLEMENTATIONS',
      'RAID group vd0 is built by controller and md; a group has one builder. It counts 0 GB.',
    ],
    [
      'an unknown level',
      [disks(4, 1000, { raidLevel: 'raid50', raidGroup: 'vd0' })],
      'RAID_LEVEL_UNKNOWN',
      "RAID group vd0: RAID level 'raid50' is not known; allowed is 0, 1, 5, 6 or 10 (also written RAID 5 or raid5), JBOD, or none. It counts 0 GB.",
    ],
    [
      'two disks in RAID 5',
      [disks(2, 1000, { raidLevel: 'raid5', raidGroup: 'vd0' })],
      'RAID_UNFINISHED',
      'RAID group vd0 is unfinished: RAID 5 needs at least 3 disks and has 2; add 1 disk. It counts 0 GB.',
    ],
  ])('%s is a finding and 0 GB', (_, assignments, code, message) => {
    expect(storage(...assignments)).toEqual({ nvme: 0, codes: [code], messages: [message] });
  });

  test('a member of unknown size: the group counts 0 GB and both facts are told', () => {
    const raid = { raidLevel: 'raid1', raidGroup: 'boot' };
    expect(storage(disks(1, 480, raid), disks(1, 0, raid))).toMatchObject({
      nvme: 0,
      codes: ['RAID_SIZE_UNKNOWN', 'SPECS_INCOMPLETE'],
    });
  });

  test('a failed member degrades its group, which keeps its size: 3 × 1000', () => {
    const raid = { raidLevel: 'raid5', raidGroup: 'vd0' };
    expect(storage(disks(3, 1000, raid), disks(1, 1000, { ...raid, failed: true }))).toMatchObject({
      nvme: 3000,
      codes: ['RAID_DEGRADED'],
    });
  });

  test('nvme and hdd in one group are told, the smallest member counts: 2 × 1000', () => {
    const raid = { raidLevel: 'raid10', raidGroup: 'vd0' };
    const hdd: TotalsAssignment = { componentType: 'hdd', specs: { size: 1000 }, quantity: 2, ...raid };
    expect(storage(disks(2, 2000, raid), hdd)).toMatchObject({
      nvme: 2000,
      messages: ['RAID group vd0 mixes hdd and nvme disks.'],
    });
  });
});

test('raidGroupCapacities lists every group in full, by name', () => {
  const raid = { raidLevel: 'raid6', raidGroup: 'data' };
  const groups = raidGroupCapacities([
    disks(6, 1000, raid),
    disks(2, 1000, { ...raid, hotSpare: true }),
    disks(1, 480, { raidLevel: 'raid1', raidGroup: 'boot', raidNominalMembers: 2 }),
    disks(1, 480, { raidGroup: 'cache' }),
  ]);
  expect(groups).toMatchObject([
    { name: 'boot', level: 'raid1', hotSpares: 0, capacity: { state: 'degraded', capacityGb: 480, lostMembers: 1 } },
    { name: 'cache', level: null, capacity: null, findings: [{ code: 'RAID_GROUP_WITHOUT_LEVEL' }] },
    {
      name: 'data',
      level: 'raid6',
      hotSpares: 2,
      capacity: { state: 'ok', capacityGb: 4000, disksThatMayFail: 2 },
      findings: [],
    },
  ]);
});
