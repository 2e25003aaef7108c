import type { ExpectedPlace } from './expected-index.ts';
import { takesUnit, type Seen } from './model.ts';

/** What all sightings of one expected device say together; their order does not matter. */
export type DeviceVerdict =
  | { readonly kind: 'unseen' }
  | { readonly kind: 'here' }
  /** `positionHalfU` null: seen in the rack, at no unit in particular. */
  | { readonly kind: 'moved'; readonly rackId: string; readonly positionHalfU: number | null }
  | { readonly kind: 'wrong-slot'; readonly positionHalfU: number | null; readonly bay: string | null }
  /** Seen in several places, so that one label is on several things. */
  | { readonly kind: 'twice'; readonly sightings: readonly Seen[] };

export function verdictOf({ device, rack }: ExpectedPlace, sightings: readonly Seen[]): DeviceVerdict {
  if (sightings.length === 0) return { kind: 'unseen' };
  const placed = sightings.filter(({ rackId }) => rackId !== null);
  const [rackId, ...otherRacks] = [...new Set(placed.map((seen) => seen.rackId))];
  if (rackId === undefined || rackId === null) return { kind: 'here' };
  if (otherRacks.length > 0) return { kind: 'twice', sightings: placed };
  const inBay = device.parentId !== null;
  const units = inBay ? [] : distinct(placed.map(({ positionHalfU }) => positionHalfU));
  if (rackId !== rack.rackId) {
    if (units.length > 1) return { kind: 'twice', sightings: placed };
    return { kind: 'moved', rackId, positionHalfU: units[0] ?? null };
  }
  const bays = distinct(placed.map(({ bay }) => bay));
  const wrongUnits = units.filter((unit) => !takesUnit(device, unit));
  const wrongBays = bays.filter((bay) => bay !== device.bay);
  const wrong = wrongUnits.length + wrongBays.length;
  if (wrong === 0) return { kind: 'here' };
  if (wrong < units.length + bays.length || wrong > 1) return { kind: 'twice', sightings: placed };
  return { kind: 'wrong-slot', positionHalfU: wrongUnits[0] ?? null, bay: wrongBays[0] ?? null };
}

function distinct<Value>(values: readonly (Value | null)[]): Value[] {
  return [...new Set(values.filter((value) => value !== null))];
}
