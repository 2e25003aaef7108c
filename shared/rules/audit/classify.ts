import type { ObservationClass } from '../../domain/audit-words.ts';
import type { ExpectedIndex } from './expected-index.ts';
import { isSame, takesUnit, type Match, type Place } from './model.ts';

/** A device that is not expected, as it is recorded now. */
export interface OutsideDevice {
  readonly rackId: string | null;
}

/** How often and where the session has seen something; kept by the session's state. */
export interface SeenBefore {
  /** Whether an earlier observation already says the same: that rack, and that unit or bay when one is given. */
  device(id: string, place: Place): boolean;
  part(id: string, place: Place): boolean;
}

export interface Sight {
  readonly place: Place;
  readonly matches: readonly Match[];
  readonly index: ExpectedIndex;
  readonly seen: SeenBefore;
  /** At level serial parts are looked at too. */
  readonly withParts: boolean;
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
    return {
      class: 'several',
      match: null,
      candidates: [...new Set(matches.flatMap(({ deviceId }) => deviceId ?? []))],
    };
  return { class: classOf(sight, match), match, candidates: [] };
}

function classOf(sight: Sight, match: Match): ObservationClass {
  if (match.partId !== null) return classOfPart(sight, match.partId, match.deviceId);
  return match.deviceId === null ? 'unknown' : classOfDevice(sight, match.deviceId);
}

/** The match when there is one, or the only one of several that is expected where the auditor stands. */
function onlyMatch(sight: Sight): Match | null {
  const { matches, place, index } = sight;
  const [first, ...others] = matches;
  if (!first || others.length === 0) return first ?? null;
  const devices = new Set(matches.map(({ deviceId }) => deviceId));
  // A device and a part of it may bear the same number: the device is meant.
  if (devices.size === 1) return matches.find(({ partId }) => partId === null) ?? oneOfTwins(sight, matches);
  const inDevice = matches.filter(({ deviceId, partId }) => partId !== null && deviceId === place.deviceId);
  if (place.deviceId !== null && inDevice.length > 0 && matches.every(({ partId }) => partId !== null))
    return oneOfTwins(sight, inDevice);
  if (place.rackId === null) return null;
  const inRack = matches.filter(({ deviceId }) => index.device(deviceId ?? '')?.rack.rackId === place.rackId);
  const { positionHalfU } = place;
  const here =
    positionHalfU === null
      ? inRack
      : inRack.filter(({ deviceId }) => {
          const expected = index.device(deviceId ?? '')?.device;
          return expected !== undefined && takesUnit(expected, positionHalfU);
        });
  return here.length === 1 ? (here[0] ?? null) : null;
}

/** Of parts of one device with one number the one in the slot that was read, else one that was not seen yet. */
function oneOfTwins({ place, index, seen }: Sight, twins: readonly Match[]): Match | null {
  const inSlot = twins.find(
    ({ partId }) => place.bay !== null && isSame(index.part(partId ?? '')?.part.slot ?? null, place.bay),
  );
  return inSlot ?? twins.find(({ partId }) => partId !== null && !seen.part(partId, place)) ?? twins[0] ?? null;
}

function classOfDevice({ place, index, seen, outside }: Sight, deviceId: string): ObservationClass {
  if (seen.device(deviceId, place)) return 'already-seen';
  const expected = index.device(deviceId);
  if (!expected) return classOutside(place, index, outside(deviceId));
  if (place.rackId === null) return 'here';
  if (expected.rack.rackId !== place.rackId) return 'moved';
  const { device } = expected;
  const { positionHalfU, bay } = place;
  const wrongUnit = positionHalfU !== null && device.parentId === null && !takesUnit(device, positionHalfU);
  const chassis = place.deviceId ?? device.parentId;
  const wrongBay = bay !== null && !(isSame(device.bay, bay) && chassis === device.parentId);
  return wrongUnit || wrongBay ? 'wrong-slot' : 'here';
}

/** Recorded elsewhere and seen in a rack of the audit: it moved in. Else the audit is not about it. */
function classOutside(place: Place, index: ExpectedIndex, device: OutsideDevice | undefined): ObservationClass {
  const audited = place.rackId !== null && index.rackByRackId.has(place.rackId);
  return audited && device?.rackId !== place.rackId ? 'moved' : 'out-of-scope';
}

/** @param holder the compute that the part is recorded in; null: none */
function classOfPart(
  { place, index, seen, withParts }: Sight,
  partId: string,
  holder: string | null,
): ObservationClass {
  const expected = index.part(partId);
  const audited = withParts && index.device(place.deviceId ?? '') !== undefined;
  if (!expected && (!audited || holder === place.deviceId)) return 'out-of-scope';
  if (seen.part(partId, place)) return 'already-seen';
  if (!expected) return 'moved';
  if (place.deviceId !== null && place.deviceId !== holder) return 'moved';
  const { slot } = expected.part;
  return place.bay !== null && slot !== null && !isSame(slot, place.bay) ? 'wrong-slot' : 'here';
}
