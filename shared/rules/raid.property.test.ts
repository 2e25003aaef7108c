import fc from 'fast-check';
import { expect, test } from 'vitest';
import { RAID_IMPLEMENTATIONS } from '../domain/raid-level.ts';
import { raidCapacity } from './raid.ts';
import type { RaidGroup } from './raid-model.ts';

const member = fc.record({ capacityGb: fc.integer({ min: 1, max: 20_000 }), failed: fc.boolean() });
const group: fc.Arbitrary<RaidGroup> = fc.record({
  level: fc.constantFrom('raid0', 'raid1', 'raid5', 'raid6', 'raid10', 'jbod'),
  implementation: fc.constantFrom(...RAID_IMPLEMENTATIONS.map(({ value }) => value)),
  members: fc.array(member, { maxLength: 12 }),
  nominalMembers: fc.nat({ max: 14 }),
});

test('capacity never exceeds the sum of the recorded members, and efficiency is between 0 and 1', () => {
  fc.assert(
    fc.property(group, (candidate) => {
      const { capacityGb, efficiency } = raidCapacity(candidate);
      expect(capacityGb).toBeLessThanOrEqual(candidate.members.reduce((sum, { capacityGb: size }) => sum + size, 0));
      expect(efficiency).toBeGreaterThanOrEqual(0);
      expect(efficiency).toBeLessThanOrEqual(1);
    }),
  );
});

test('the order of the members never matters', () => {
  fc.assert(
    fc.property(group, (candidate) => {
      expect(raidCapacity({ ...candidate, members: candidate.members.toReversed() })).toEqual(raidCapacity(candidate));
    }),
  );
});

test('adding healthy disks never lowers capacity unless they lower the minimum or leave RAID 10 odd', () => {
  fc.assert(
    fc.property(group, fc.nat({ max: 20_000 }), (candidate, surplus) => {
      const healthy = candidate.members.map(({ capacityGb }) => ({ capacityGb }));
      const smallest = Math.min(20_000, ...healthy.map(({ capacityGb }) => capacityGb));
      const added = Array.from({ length: candidate.level === 'raid10' ? 2 : 1 }, () => ({
        capacityGb: smallest + surplus,
      }));
      const before = raidCapacity({ ...candidate, members: healthy, nominalMembers: 0 });
      const after = raidCapacity({ ...candidate, members: [...healthy, ...added], nominalMembers: 0 });
      expect(after.capacityGb).toBeGreaterThanOrEqual(before.capacityGb);
    }),
  );
});

test('one more failure never raises capacity or tolerance', () => {
  fc.assert(
    fc.property(group, (candidate) => {
      const working = candidate.members.findIndex(({ failed }) => !failed);
      fc.pre(working >= 0);
      const worse = candidate.members.map((disk, index) => (index === working ? { ...disk, failed: true } : disk));
      const before = raidCapacity(candidate);
      const after = raidCapacity({ ...candidate, members: worse });
      expect(after.capacityGb).toBeLessThanOrEqual(before.capacityGb);
      expect(after.disksThatMayFail).toBeLessThanOrEqual(before.disksThatMayFail);
    }),
  );
});

test('a group that promises to survive one more failure does', () => {
  fc.assert(
    fc.property(group, fc.nat(), (candidate, pick) => {
      const working = candidate.members.flatMap(({ failed }, index) => (failed ? [] : [index]));
      fc.pre(raidCapacity(candidate).disksThatMayFail > 0);
      const victim = working[pick % working.length];
      const members = candidate.members.map((disk, index) => (index === victim ? { ...disk, failed: true } : disk));
      expect(raidCapacity({ ...candidate, members })).toMatchObject({ state: 'degraded' });
    }),
  );
});
