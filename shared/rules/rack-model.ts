import type { PowerFeed } from '../domain/power-feed.ts';

export type RackFace = 'front' | 'rear';

/** `both`: the device is full depth and occupies front and rear. */
export type OccupiedFace = RackFace | 'both';

export interface RackReservation {
  readonly positionHalfU: number;
  readonly heightHalfU: number;
  readonly face: OccupiedFace;
  /** Last day held, YYYY-MM-DD; null: without end. */
  readonly until?: string | null | undefined;
  readonly reservedFor: string;
}

export interface RackSpace {
  readonly id: string;
  /** Opens the sentences. */
  readonly name: string;
  /** Whole units, 1 to 60. */
  readonly heightU: number;
  /** Where the lowest unit number is. */
  readonly numbering: 'bottom' | 'top';
  /** The lowest unit number; default 1. */
  readonly startUnit?: number | undefined;
  readonly widthInches: number;
  readonly depthMm?: number | null | undefined;
  readonly maximumWeightGrams?: number | null | undefined;
  readonly feeds?: readonly PowerFeed[] | undefined;
  readonly reservations?: readonly RackReservation[] | undefined;
}

/** A place inside a rack. Half units count from the rack floor to the device's lower edge, whatever the numbering. */
export interface RackPlacement {
  /** Null for a 0U device on a side. */
  readonly positionHalfU: number | null;
  readonly face: OccupiedFace;
  /** The width is divided in so many parts (default 1); the device starts at part `widthOffset`, seen from the front. */
  readonly widthParts?: number | undefined;
  readonly widthOffset?: number | undefined;
  /** How many parts it takes; default 1. */
  readonly widthSpan?: number | undefined;
  /** The rack's side of a 0U device, seen from the front. */
  readonly side?: 'left' | 'right' | null | undefined;
  /** The chassis in whose bay it is; it then takes no units of its own. */
  readonly parentId?: string | null | undefined;
  readonly bay?: string | null | undefined;
}

/** What a device is built for; `either` also where its type is not known. */
export type StandsIn = 'units' | 'bays' | 'either';

export interface RackDevice extends RackPlacement {
  readonly id: string;
  readonly name: string;
  /** 0 for a device on a side. */
  readonly heightHalfU: number;
  readonly depthMm?: number | null | undefined;
  /** Width of the rack it is built for; default: fits. */
  readonly widthInches?: number | null | undefined;
  readonly weightGrams?: number | null | undefined;
  readonly powerWatts?: number | null | undefined;
  /** Names of the feeds that its cords are on; empty or absent: not recorded. */
  readonly feeds?: readonly string[] | undefined;
  /** The holder of a reservation may use what is reserved for it. */
  readonly reservedFor?: string | null | undefined;
  /** Default: units. */
  readonly standsIn?: StandsIn | undefined;
  /** Names of its bays, in order; empty or absent: not a chassis. */
  readonly bays?: readonly string[] | undefined;
  /** What is in its bays, or stands on it. */
  readonly children?: readonly RackDevice[] | undefined;
  /** Watts that it states itself, which cover what is in its bays; null: those add up. */
  readonly ownPowerWatts?: number | null | undefined;
}

export type FitAspect = 'height' | 'position' | 'bay' | 'face' | 'depth' | 'width' | 'reservation' | 'weight' | 'power';

export interface FitProblem {
  readonly code: 'E_FORMAT' | 'E_INCOHERENT' | 'E_CYCLE' | 'E_RU_RANGE' | 'E_RU_TAKEN' | 'E_LIMIT_MAX' | 'E_CAPACITY';
  readonly aspect: FitAspect;
  readonly message: string;
  /** Device that is in the way. */
  readonly occupantId?: string;
}

export interface FitWarning {
  readonly aspect: FitAspect;
  readonly message: string;
}

export interface RackFit {
  readonly fits: boolean;
  readonly problems: readonly FitProblem[];
  readonly warnings: readonly FitWarning[];
}

export interface FitOptions {
  /** YYYY-MM-DD: reservations that ended before it no longer block; absent: all block. */
  readonly today?: string | undefined;
}
