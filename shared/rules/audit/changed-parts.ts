import type { ExpectedPlace } from './expected-index.ts';
import { isSame, type ExpectedPart, type Seen } from './model.ts';
import { isPlaceholder, scanKey } from './scan-text.ts';
import type { AuditState } from './session-state.ts';

/** Readings of one number that nothing fits, made among the parts of one device. */
export interface UnknownPart {
  readonly place: ExpectedPlace;
  /** As scanned texts are compared; with the reading's id behind it where it says nothing. */
  readonly key: string;
  readonly observations: readonly Seen[];
}

/** A part in whose stead another number was read. */
export interface ChangedPart extends UnknownPart {
  readonly part: ExpectedPart;
}

/**
 * The device whose part a reading must be when nothing fits it: at level serial the one being read, where parts of it are
 * recorded, or a slot of it was read. A unit read before it says that it is a device.
 */
export function partReadingIn(state: AuditState, seen: Seen): ExpectedPlace | undefined {
  if (!state.withParts || seen.kind !== 'scan' || seen.class !== 'unknown') return undefined;
  if (seen.objectId !== null || seen.positionHalfU !== null || seen.inDeviceId === null) return undefined;
  const place = state.index.device(seen.inDeviceId);
  if (place?.device.noun !== 'compute') return undefined;
  const { parts, unnumbered = [] } = place.device;
  return seen.bay !== null || parts.length + unnumbered.length > 0 ? place : undefined;
}

export interface PartReadings {
  readonly changed: ReadonlyMap<string, ChangedPart>;
  readonly unknown: readonly UnknownPart[];
}

/** Unknown numbers among parts: those that stand for a part that was not read, and those that are only unknown. */
export function partReadings(state: AuditState): PartReadings {
  const byDevice = new Map<string, { place: ExpectedPlace; readings: Seen[] }>();
  for (const seen of state.observations) {
    const place = partReadingIn(state, seen);
    if (!place) continue;
    const entry = byDevice.get(place.device.id);
    if (entry) entry.readings.push(seen);
    else byDevice.set(place.device.id, { place, readings: [seen] });
  }
  const changed = new Map<string, ChangedPart>();
  const unknown: UnknownPart[] = [];
  for (const { place, readings } of byDevice.values()) {
    const numbers = [...Map.groupBy(readings, numberOf)].map(([key, observations]) => ({ place, key, observations }));
    const replaced = replacedParts(state, place, numbers);
    for (const number of numbers) {
      const part = replaced.get(number.key);
      if (part) changed.set(part.id, { ...number, part });
      else unknown.push(number);
    }
  }
  return { changed, unknown };
}

function numberOf({ raw, id }: Seen): string {
  const key = scanKey(raw);
  return isPlaceholder(key) ? `${key}@${id}` : key;
}

/**
 * The part that each number stands for: by the slot that was read with it, else, in a finished rack, when one number and one
 * part are left and nothing else could be meant.
 */
function replacedParts(
  state: AuditState,
  { device, rack }: ExpectedPlace,
  numbers: readonly UnknownPart[],
): ReadonlyMap<string, ExpectedPart> {
  const unread = device.parts.filter(({ id }) => !state.partSightings.has(id));
  const named = numbers.filter(({ key }) => !key.includes('@'));
  const found = new Map<string, ExpectedPart>();
  for (const number of named) {
    const slot = slotRead(number);
    const part = slot === null ? undefined : unread.find((one) => isSame(one.slot, slot));
    const rivals = named.filter((other) => other !== number && isSame(slotRead(other), slot));
    if (part && rivals.length === 0) found.set(number.key, part);
  }
  const taken = new Set([...found.values()].map(({ id }) => id));
  const parts = unread.filter(({ id }) => !taken.has(id));
  const left = numbers.filter(({ key }) => !found.has(key));
  const [part] = parts;
  const [number] = left;
  const others = (device.unnumbered ?? []).some(({ componentId }) => componentId === part?.componentId);
  const alone = parts.length === 1 && left.length === 1 && !others;
  if (alone && part && number && named.includes(number) && slotRead(number) === null && state.finished.has(rack.id))
    found.set(number.key, part);
  return found;
}

/** The one slot that was read with a number; null: none, or several. */
export function slotRead({ observations }: Pick<UnknownPart, 'observations'>): string | null {
  const slots = new Map(observations.flatMap(({ bay }) => (bay === null ? [] : [[bay.trim().toLowerCase(), bay]])));
  const [slot] = slots.values();
  return slot !== undefined && slots.size === 1 ? slot : null;
}
