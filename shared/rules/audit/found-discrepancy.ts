import type { DiscrepancyKind } from '../../domain/audit-words.ts';
import type { Seen } from './model.ts';

/** A place or number on one side of a discrepancy. */
export interface AuditedValue {
  readonly rackId: string | null;
  readonly positionHalfU: number | null;
  /** The bay of a device, the slot of a part. */
  readonly bay: string | null;
  readonly serial: string | null;
  /** The chassis of the bay, or the compute that a part is in. */
  readonly inDeviceId: string | null;
}

export const NO_VALUE: AuditedValue = { rackId: null, positionHalfU: null, bay: null, serial: null, inDeviceId: null };

export interface FoundDiscrepancy {
  /** The same however often and in whatever order it is found. */
  readonly key: string;
  readonly kind: DiscrepancyKind;
  readonly about: 'device' | 'part';
  /** The device, or the one that a part is recorded or was read in. */
  readonly objectId: string | null;
  /** The part, where it is recorded. */
  readonly partId: string | null;
  /** The device's name, the part's number, or the text that nothing fits. */
  readonly name: string;
  readonly expected: AuditedValue;
  readonly observed: AuditedValue;
  readonly observations: readonly Seen[];
  readonly objectIds: readonly string[];
}

interface DuplicateNumber extends Pick<FoundDiscrepancy, 'key' | 'about' | 'observations' | 'objectIds'> {
  readonly serial: string;
}

/** A serial number that several records bear: about none of them more than about the others. */
export function ofDuplicateNumber({ serial, observations, ...rest }: DuplicateNumber): FoundDiscrepancy {
  return {
    ...rest,
    kind: 'duplicate-serial',
    objectId: null,
    partId: null,
    name: serial,
    expected: { ...NO_VALUE, serial },
    observed: observedValue(observations),
    observations,
  };
}

export function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Where something was seen: of several sightings the first by place, so that order does not matter. */
export function observedValue(sightings: readonly Seen[]): AuditedValue {
  const [first] = sightings.toSorted(byPlace);
  if (!first) return NO_VALUE;
  const { rackId, positionHalfU, bay, inDeviceId } = first;
  return { ...NO_VALUE, rackId, positionHalfU, bay, inDeviceId: bay === null ? null : inDeviceId };
}

function byPlace(left: Seen, right: Seen): number {
  return (
    compareText(left.rackId ?? '', right.rackId ?? '') ||
    (right.positionHalfU ?? -1) - (left.positionHalfU ?? -1) ||
    compareText(right.bay ?? '', left.bay ?? '') ||
    compareText(right.inDeviceId ?? '', left.inDeviceId ?? '')
  );
}
