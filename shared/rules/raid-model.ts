import type { RaidImplementation, RaidLevel } from '../domain/raid-level.ts';

export type RaidState = 'ok' | 'degraded' | 'failed' | 'unfinished';

export interface RaidFinding {
  readonly code: 'RAID_UNFINISHED' | 'RAID_SIZE_UNKNOWN' | 'RAID_DEGRADED' | 'RAID_FAILED';
  readonly message: string;
}

export interface RaidCapacity {
  readonly state: RaidState;
  /** Usable decimal GB, rounded down; 0 unless the state is ok or degraded. */
  readonly capacityGb: number;
  /** All members when the group is whole, absent ones counted at the smallest member's size. */
  readonly rawGb: number;
  /** capacityGb ÷ rawGb, between 0 and 1. */
  readonly efficiency: number;
  /** Disks that may fail from now on, whichever they are, without loss of data. */
  readonly disksThatMayFail: number;
  /** Disks that may fail if the failures fall well (RAID 10: one of each mirror). */
  readonly disksThatMayFailAtBest: number;
  /** GB of recorded members that the level cannot use because another member is smaller. */
  readonly lostToMixedSizesGb: number;
  /** Members absent or failed. */
  readonly lostMembers: number;
  /** Disks still to be added before the group counts; 0 unless unfinished. */
  readonly missingMembers: number;
  readonly finding: RaidFinding | null;
  /** What the next failure would do, as a sentence. */
  readonly ifAnotherFails: string;
}

/** A group by sums only, so that totals of 100,000 computes need no list of members. Sizes in decimal MB. */
export interface RaidSums {
  readonly level: RaidLevel;
  readonly implementation: RaidImplementation;
  /** Member disks on record, failed ones included, hot spares not. */
  readonly recorded: number;
  readonly sumMb: number;
  readonly smallestMb: number;
  /** Members of the whole array; at least `recorded`. */
  readonly nominal: number;
  readonly failed: number;
  readonly failedSumMb: number;
}

export interface RaidMember {
  /** Decimal GB; at most three decimals count. */
  readonly capacityGb: number;
  readonly failed?: boolean;
}

export interface RaidGroup {
  readonly level: RaidLevel;
  /** Disks on record, hot spares excluded. */
  readonly members: readonly RaidMember[];
  /** Default: hardware controller. */
  readonly implementation?: RaidImplementation;
  /** Members of the whole array, when some are absent from the record. */
  readonly nominalMembers?: number;
  /** Opens the sentences. */
  readonly name?: string;
}
