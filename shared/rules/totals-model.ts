import type { ResourceVector } from '../domain/resource.ts';
import type { RaidFinding } from './raid-model.ts';

/** Whether the resource `cores` counts cores or hardware threads: a setting of the workspace. */
export type CoresCount = 'cores' | 'threads';

export interface TotalsFinding {
  readonly code:
    | RaidFinding['code']
    | 'RAID_LEVEL_UNKNOWN'
    | 'RAID_LEVEL_WITHOUT_GROUP'
    | 'RAID_GROUP_WITHOUT_LEVEL'
    | 'RAID_MIXED_LEVELS'
    | 'RAID_MIXED_IMPLEMENTATIONS'
    | 'RAID_MIXED_MEDIA'
    | 'QUANTITY_INVALID'
    | 'SPECS_INCOMPLETE'
    | 'PART_FAILED'
    | 'STATED_INVALID'
    | 'STATED_DIFFERS'
    | 'DRAW_OVER_SUPPLY';
  readonly severity: 'error' | 'warning';
  /** A sentence for people. */
  readonly message: string;
  readonly raidGroup?: string;
}

/** A resource vector (memory and vram MB, nvme decimal GB) and what else the parts of a compute add up to. */
export interface ComputeTotals extends ResourceVector {
  readonly physicalCores: number;
  readonly threads: number;
  readonly nicGbps: number;
  readonly psuWatts: number;
  /** Sum of the known draws; `partsWithoutDraw` units are not in it. */
  readonly estimatedDrawWatts: number;
  readonly partsWithoutDraw: number;
  /** Sum of the known weights of the parts. */
  readonly weightGrams: number;
  readonly findings: readonly TotalsFinding[];
}
