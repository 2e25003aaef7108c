import type { ExpectedDevice, ExpectedPart } from '../../domain/audit-rack.ts';
import type { MatchedBy, ObservationClass, ObservationKind } from '../../domain/audit-words.ts';

export type { ExpectedDevice, ExpectedPart };

/** A rack of an audit with its frozen list; `rackId` null: the devices of the scope that are in no rack. */
export interface ExpectedRack {
  readonly id: string;
  readonly ordinal: number;
  readonly rackId: string | null;
  readonly name: string;
  readonly path: string;
  readonly expected: readonly ExpectedDevice[];
}

/** What the rules read of an observation, in the order the observations were made. */
export interface Seen {
  readonly id: string;
  readonly kind: ObservationKind;
  readonly raw: string;
  readonly at: string | null;
  readonly class: ObservationClass | null;
  readonly rackId: string | null;
  readonly positionHalfU: number | null;
  readonly bay: string | null;
  readonly objectId: string | null;
  readonly partId: string | null;
  readonly inDeviceId: string | null;
  readonly matchedBy: MatchedBy | null;
  readonly called: string | null;
  readonly recordedAt: string | null;
}

/** A record that a text fits. */
export interface Match {
  /** Null: a part that is fitted nowhere. */
  readonly deviceId: string | null;
  /** The part of it that bears the number; null: the device itself does. */
  readonly partId: string | null;
  readonly by: MatchedBy;
}

/** Where the auditor stands. */
export interface Place {
  readonly rackId: string | null;
  /** For the next scan only. */
  readonly positionHalfU: number | null;
  /** For the next scan only: a bay of the chassis `deviceId`, or a slot of that compute. */
  readonly bay: string | null;
  readonly deviceId: string | null;
}

export const NOWHERE: Place = { rackId: null, positionHalfU: null, bay: null, deviceId: null };

/** Whether an observed half-U is one that the device takes. */
export function takesUnit(device: Pick<ExpectedDevice, 'positionHalfU' | 'heightHalfU'>, halfU: number): boolean {
  const { positionHalfU } = device;
  return positionHalfU !== null && halfU >= positionHalfU && halfU < positionHalfU + Math.max(1, device.heightHalfU);
}

/** Whether two names of a bay or slot are the same: case does not tell them apart. */
export function isSame(left: string | null, right: string | null): boolean {
  return (
    left === right || (left !== null && right !== null && left.trim().toLowerCase() === right.trim().toLowerCase())
  );
}
