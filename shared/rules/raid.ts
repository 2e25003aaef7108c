import { raidLevelLabel, type RaidImplementation, type RaidLevel } from '../domain/raid-level.ts';
import { anotherFailure } from './raid-failure.ts';
import type { RaidCapacity, RaidFinding, RaidGroup, RaidState, RaidSums } from './raid-model.ts';

const MINIMUM: Readonly<Record<RaidLevel, number>> = { raid0: 1, raid1: 2, raid5: 3, raid6: 4, raid10: 4, jbod: 1 };

/** The least number of members: 0: 1, 1: 2, 5: 3, 6: 4, 10: 4 (md: 2), JBOD: 1. */
export function raidMinimumMembers(level: RaidLevel, implementation: RaidImplementation = 'controller'): number {
  return level === 'raid10' && implementation === 'md' ? 2 : MINIMUM[level];
}

/** Members that may be lost from a whole group of n: whichever they are, and at best. */
function tolerance(level: RaidLevel, n: number): { certain: number; atBest: number } {
  if (level === 'raid10') return { certain: 1, atBest: Math.floor(n / 2) };
  const certain = level === 'raid1' ? n - 1 : level === 'raid5' ? 1 : level === 'raid6' ? 2 : 0;
  return { certain, atBest: certain };
}

/** Usable MB of a whole group, n members of at least `m` MB, S together (issue 2, item 5; see docs/raid.md). */
function wholeMb(sums: RaidSums): number {
  const { level, nominal: n, smallestMb: m, sumMb } = sums;
  switch (level) {
    case 'jbod':
      return sumMb - sums.failedSumMb;
    case 'raid0':
      return sums.implementation === 'controller' ? n * m : sumMb;
    case 'raid1':
      return m;
    case 'raid5':
      return (n - 1) * m;
    case 'raid6':
      return (n - 2) * m;
    case 'raid10':
      return Math.floor((n * m) / 2);
  }
}

/** Disks missing before the group can exist at all. */
function missingMembers({ level, implementation, nominal, recorded }: RaidSums): number {
  const minimum = raidMinimumMembers(level, implementation);
  if (recorded === 0 || nominal < minimum) return Math.max(1, minimum - nominal);
  return level === 'raid10' && implementation !== 'md' && nominal % 2 === 1 ? 1 : 0;
}

/** The state of a group: the one decision that totals, editor and import share. */
export function raidState(sums: RaidSums): RaidState {
  if (missingMembers(sums) > 0 || !(sums.smallestMb > 0)) return 'unfinished';
  const lost = sums.nominal - sums.recorded + sums.failed;
  if (lost === 0) return 'ok';
  const survivable = sums.level === 'jbod' ? sums.nominal - 1 : tolerance(sums.level, sums.nominal).atBest;
  return lost <= survivable ? 'degraded' : 'failed';
}

/** Usable decimal GB of a group, rounded down; 0 when unfinished or failed, never a silent sum. */
export function raidUsableGb(sums: RaidSums): number {
  const state = raidState(sums);
  return state === 'ok' || state === 'degraded' ? Math.floor(wholeMb(sums) / 1000) : 0;
}

function disks(count: number): string {
  return count === 1 ? '1 disk' : `${count} disks`;
}

function finding(sums: RaidSums, state: RaidState, name: string): RaidFinding | null {
  const { level, implementation, recorded, nominal, failed } = sums;
  const label = raidLevelLabel(level);
  const missing = missingMembers(sums);
  if (missing > 0) {
    const odd = nominal >= raidMinimumMembers(level, implementation);
    const needs = odd ? 'an even number of disks' : `at least ${disks(raidMinimumMembers(level, implementation))}`;
    const message = `${name} is unfinished: ${label} needs ${needs} and has ${recorded}; add ${disks(missing)}. It counts 0 GB.`;
    return { code: 'RAID_UNFINISHED', message };
  }
  if (state === 'unfinished') {
    return { code: 'RAID_SIZE_UNKNOWN', message: `${name} has a member without a readable size. It counts 0 GB.` };
  }
  if (state === 'ok') return null;
  const lost = nominal - recorded + failed;
  const what = `${disks(lost)} of ${nominal} absent or failed`;
  return state === 'degraded'
    ? { code: 'RAID_DEGRADED', message: `${name} (${label}) is degraded: ${what}.` }
    : { code: 'RAID_FAILED', message: `${name} (${label}) has failed: ${what}. It counts 0 GB.` };
}

/** Everything the RAID editor shows about a group, from its sums. `name` opens the sentences. */
export function raidCapacityFromSums(sums: RaidSums, name = 'The RAID group'): RaidCapacity {
  const { level, recorded, sumMb, smallestMb, nominal, failed } = sums;
  const state = raidState(sums);
  const capacityGb = raidUsableGb(sums);
  const lost = nominal - recorded + failed;
  const usesEveryMb = level === 'jbod' || (level === 'raid0' && sums.implementation !== 'controller');
  const rawGb = (sumMb + (nominal - recorded) * smallestMb) / 1000;
  const { certain, atBest } = tolerance(level, nominal);
  const counts = state === 'ok' || state === 'degraded';
  return {
    state,
    capacityGb,
    rawGb,
    efficiency: rawGb > 0 ? capacityGb / rawGb : 0,
    disksThatMayFail: counts ? Math.max(0, certain - lost) : 0,
    disksThatMayFailAtBest: counts ? Math.max(0, atBest - lost) : 0,
    lostToMixedSizesGb: usesEveryMb || state === 'unfinished' ? 0 : (sumMb - recorded * smallestMb) / 1000,
    lostMembers: lost,
    missingMembers: missingMembers(sums),
    finding: finding(sums, state, name),
    ifAnotherFails: anotherFailure(level, state, certain - lost, atBest - lost),
  };
}

/** Decimal GB to whole MB: integers add in any order; an unreadable size is 0. */
export function storageMb(capacityGb: number): number {
  return Number.isFinite(capacityGb) && capacityGb > 0 ? Math.round(capacityGb * 1000) : 0;
}

/**
 * Capacity, tolerance and state of a RAID group. Formulas, with n members and the smallest of m GB: 0 = n·m (md and ZFS:
 * the sum), 1 = m, 5 = (n−1)·m, 6 = (n−2)·m, 10 = n/2·m (md: ⌊n·m/2⌋), JBOD = the sum of working disks. Absent members
 * count as nominal. Too few disks are `unfinished` and count 0.
 */
export function raidCapacity(group: RaidGroup): RaidCapacity {
  const sizes = group.members.map((member) => storageMb(member.capacityGb));
  const failedSizes = sizes.filter((_, index) => group.members[index]?.failed);
  const sums: RaidSums = {
    level: group.level,
    implementation: group.implementation ?? 'controller',
    recorded: sizes.length,
    sumMb: sizes.reduce((sum, size) => sum + size, 0),
    smallestMb: sizes.length === 0 ? 0 : Math.min(...sizes),
    nominal: Math.max(group.nominalMembers ?? 0, sizes.length),
    failed: failedSizes.length,
    failedSumMb: failedSizes.reduce((sum, size) => sum + size, 0),
  };
  return raidCapacityFromSums(sums, group.name);
}
