import type { ObservationClass } from '../../domain/audit-words.ts';
import type { ExpectedIndex } from './expected-index.ts';
import { takesUnit, type Match, type Place } from './model.ts';

/** A device that is not expected, as it is recorded now. */
export interface OutsideDevice {
  readonly rackId: string | null;
}

/** How often and where the session has seen something; kept by the session's state. */
export interface SeenBefore {
  /** Whether an earlier observation already says the same: that rack, and that unit or bay when one is given. */
  device(id: string, rackId: string | null, positionHalfU: number | null, bay: string | null): boolean;
  part(id: string, inDeviceId: string | null): boolean;
}

export interface Sight {
  readonly place: Place;
  readonly bay: string | null;
  readonly matches: readonly Match[];
  readonly index: ExpectedIndex;
  readonly seen: SeenBefore;
  /** Asked for devices that are not expected. */
  readonly outside: (deviceId: string) => OutsideDevice | undefined;
}

export interface Classified {
  readonly class: ObservationClass;
  /** The one record that is meant; null: none, or several. */
  readonly match: Match | null;
  readonly candidates: readonly string[];
}

/** What a scan is, from the records its text fits, the place and what was seen before. */
export function classify(sight: Sight): Classified {
  const { matches } = sight;
  if (matches.length === 0) return { class: 'unknown', match: null, candidates: [] };
  const match = onlyMatch(sight);
  if (!match)
    return { class: 'several', match: null, candidates: [...new Set(matches.map(({ deviceId }) => deviceId))] };
  return {
    class: match.partId === null ? classOfDevice(sight, match) : classOfPart(sight, match),
    match,
    candidates: [],
  };
}

/** The match when there is one, or the only one of several that is expected where the auditor stands. */
function onlyMatch({ matches, place, index }: Sight): Match | null {
  const [first, ...others] = matches;
  if (!first || others.length === 0) return first ?? null;
  const devices = new Set(matches.map(({ deviceId }) => deviceId));
  // A device and a part of it may bear the same number: the device is meant.
  if (devices.size === 1) return matches.find(({ partId }) => partId === null) ?? null;
  if (place.rackId === null) return null;
  const inRack = matches.filter(({ deviceId }) => index.device(deviceId)?.rack.rackId === place.rackId);
  const { positionHalfU } = place;
  const here =
    positionHalfU === null
      ? inRack
      : inRack.filter(({ deviceId }) => {
          const expected = index.device(deviceId)?.device;
          return expected !== undefined && takesUnit(expected, positionHalfU);
        });
  return here.length === 1 ? (here[0] ?? null) : null;
}

function classOfDevice({ place, bay, index, seen, outside }: Sight, { deviceId }: Match): ObservationClass {
  if (seen.device(deviceId, place.rackId, place.positionHalfU, bay)) return 'already-seen';
  const expected = index.device(deviceId);
  if (!expected) return classOutside(place, index, outside(deviceId));
  if (place.rackId === null) return 'here';
  if (expected.rack.rackId !== place.rackId) return 'moved';
  const { device } = expected;
  const wrongUnit = place.positionHalfU !== null && device.parentId === null && !takesUnit(device, place.positionHalfU);
  const wrongBay = bay !== null && device.bay !== bay;
  return wrongUnit || wrongBay ? 'wrong-slot' : 'here';
}

/** Recorded elsewhere and seen in a rack of the audit: it moved in. Else the audit is not about it. */
function classOutside(place: Place, index: ExpectedIndex, device: OutsideDevice | undefined): ObservationClass {
  const audited = place.rackId !== null && index.rackByRackId.has(place.rackId);
  return audited && device?.rackId !== place.rackId ? 'moved' : 'out-of-scope';
}

function classOfPart({ place, index, seen }: Sight, { partId, deviceId }: Match): ObservationClass {
  if (partId === null || !index.part(partId)) return 'out-of-scope';
  if (seen.part(partId, place.deviceId)) return 'already-seen';
  return place.deviceId === null || place.deviceId === deviceId ? 'here' : 'moved';
}
