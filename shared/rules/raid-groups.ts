import { raidLevelLabel, readRaidLevel, type RaidImplementation, type RaidLevel } from '../domain/raid-level.ts';
import type { StorageMedium } from '../domain/component-specs.ts';
import { raidCapacityFromSums, raidState, raidUsableGb } from './raid.ts';
import type { RaidCapacity, RaidSums } from './raid-model.ts';
import type { TotalsFinding } from './totals-model.ts';

/** The RAID side of one component assignment, as stored or as imported. */
export interface RaidFitting {
  readonly raidLevel?: string | number | null | undefined;
  readonly raidGroup?: string | null | undefined;
  readonly raidImplementation?: RaidImplementation | null | undefined;
  /** Members of the whole array, when some are absent from the record. */
  readonly raidNominalMembers?: number | null | undefined;
  readonly hotSpare?: boolean | undefined;
  readonly failed?: boolean | undefined;
}

export interface RaidGroupCapacity {
  readonly name: string;
  /** Null when the group cannot be computed: no level, mixed levels or mixed implementations. */
  readonly level: RaidLevel | null;
  readonly capacity: RaidCapacity | null;
  readonly hotSpares: number;
  readonly findings: readonly TotalsFinding[];
}

interface Group {
  name: string;
  readonly levels: (RaidLevel | null)[];
  readonly implementations: RaidImplementation[];
  readonly media: StorageMedium[];
  recorded: number;
  sumMb: number;
  smallestMb: number;
  nominal: number;
  failed: number;
  failedSumMb: number;
  hotSpares: number;
  unreadableLevel: string | null;
}

function addOnce<Value>(list: Value[], value: Value): void {
  if (!list.includes(value)) list.push(value);
}

function newGroup(name: string): Group {
  return {
    name,
    levels: [],
    implementations: [],
    media: [],
    recorded: 0,
    sumMb: 0,
    smallestMb: Number.POSITIVE_INFINITY,
    nominal: 0,
    failed: 0,
    failedSumMb: 0,
    hotSpares: 0,
    unreadableLevel: null,
  };
}

function groupError(code: TotalsFinding['code'], group: Group, message: string): TotalsFinding {
  return { code, severity: 'error', message, raidGroup: group.name };
}

/** Why a group cannot be computed at all. */
function incoherence(group: Group): TotalsFinding | null {
  const name = `RAID group ${group.name}`;
  if (group.unreadableLevel)
    return groupError('RAID_LEVEL_UNKNOWN', group, `${name}: ${group.unreadableLevel} It counts 0 GB.`);
  if (group.levels.length > 1) {
    const levels = group.levels.map((level) => (level ? raidLevelLabel(level) : 'no level')).toSorted();
    return groupError(
      'RAID_MIXED_LEVELS',
      group,
      `${name} mixes ${levels.join(', ')}; a group has one level. It counts 0 GB.`,
    );
  }
  if (group.recorded > 0 && !group.levels[0]) {
    return groupError(
      'RAID_GROUP_WITHOUT_LEVEL',
      group,
      `${name} has no level; choose 0, 1, 5, 6, 10 or JBOD. It counts 0 GB.`,
    );
  }
  if (group.implementations.length > 1) {
    const both = group.implementations.toSorted().join(' and ');
    return groupError(
      'RAID_MIXED_IMPLEMENTATIONS',
      group,
      `${name} is built by ${both}; a group has one builder. It counts 0 GB.`,
    );
  }
  return null;
}

function sumsOf(group: Group): RaidSums | null {
  const level = group.levels[0];
  if (!level) return null;
  return {
    level,
    implementation: group.implementations[0] ?? 'controller',
    recorded: group.recorded,
    sumMb: group.sumMb,
    smallestMb: group.recorded > 0 ? group.smallestMb : 0,
    nominal: Math.max(group.nominal, group.recorded),
    failed: group.failed,
    failedSumMb: group.failedSumMb,
  };
}

function findingsOf(group: Group, sums: RaidSums): TotalsFinding[] {
  const findings: TotalsFinding[] = [];
  if (raidState(sums) !== 'ok') {
    const { finding, state } = raidCapacityFromSums(sums, `RAID group ${group.name}`);
    if (finding)
      findings.push({ ...finding, severity: state === 'degraded' ? 'warning' : 'error', raidGroup: group.name });
  }
  if (group.media.length > 1) {
    const message = `RAID group ${group.name} mixes ${group.media.toSorted().join(' and ')} disks.`;
    findings.push({ code: 'RAID_MIXED_MEDIA', severity: 'warning', message, raidGroup: group.name });
  }
  return findings;
}

/** Collects the RAID groups of one compute from its storage assignments, in any order. Group names compare without case. */
export class RaidGroups {
  private readonly groups = new Map<string, Group>();

  reset(): void {
    if (this.groups.size > 0) this.groups.clear();
  }

  /** Adds `quantity` disks of `sizeMb` decimal MB each (0: unknown) to the group that `fitting` names. */
  add(groupName: string, sizeMb: number, quantity: number, medium: StorageMedium | null, fitting: RaidFitting): void {
    const group = this.groupNamed(groupName);
    if (fitting.hotSpare) {
      group.hotSpares += quantity;
      return;
    }
    const level = readRaidLevel(fitting.raidLevel);
    if (level.ok) addOnce(group.levels, level.value);
    else if (!group.unreadableLevel || level.message < group.unreadableLevel) group.unreadableLevel = level.message;
    if (fitting.raidImplementation) addOnce(group.implementations, fitting.raidImplementation);
    if (medium) addOnce(group.media, medium);
    group.recorded += quantity;
    group.sumMb += sizeMb * quantity;
    group.smallestMb = Math.min(group.smallestMb, sizeMb);
    group.nominal = Math.max(group.nominal, fitting.raidNominalMembers ?? 0);
    if (fitting.failed) {
      group.failed += quantity;
      group.failedSumMb += sizeMb * quantity;
    }
  }

  /** Usable GB of all groups together; every group that is not whole adds its finding. */
  usableGb(findings: TotalsFinding[]): number {
    let total = 0;
    for (const group of this.groups.values()) {
      const problem = incoherence(group);
      const sums = sumsOf(group);
      if (problem) findings.push(problem);
      else if (sums) {
        findings.push(...findingsOf(group, sums));
        total += raidUsableGb(sums);
      }
    }
    return total;
  }

  /** Every group in full, ordered by name. */
  capacities(): readonly RaidGroupCapacity[] {
    const groups = [...this.groups.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1));
    return groups.map((group) => {
      const problem = incoherence(group);
      const sums = problem ? null : sumsOf(group);
      return {
        name: group.name,
        level: sums?.level ?? null,
        capacity: sums ? raidCapacityFromSums(sums, `RAID group ${group.name}`) : null,
        hotSpares: group.hotSpares,
        findings: problem ? [problem] : sums ? findingsOf(group, sums) : [],
      };
    });
  }

  /** Of two spellings of one name the first in code order is shown, so that the order of rows shows nowhere. */
  private groupNamed(name: string): Group {
    const key = name.toLowerCase();
    const known = this.groups.get(key);
    if (known) {
      if (name < known.name) known.name = name;
      return known;
    }
    const group = newGroup(name);
    this.groups.set(key, group);
    return group;
  }
}
