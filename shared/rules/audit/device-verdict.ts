import type { ExpectedPlace } from './expected-index.ts';
import { isSame, takesUnit, type ExpectedDevice, type Seen } from './model.ts';
import type { AuditState } from './session-state.ts';

/** Where a device was seen: `positionHalfU` and `bay` null: in the rack, at no unit or bay in particular. */
export interface SeenPlace {
  readonly rackId: string;
  readonly positionHalfU: number | null;
  readonly bay: string | null;
  /** The chassis of the bay; null: its own. */
  readonly chassisId: string | null;
}

/** What all sightings of one expected device say together; their order does not matter. */
export type DeviceVerdict =
  | { readonly kind: 'unseen' }
  | { readonly kind: 'here' }
  | ({ readonly kind: 'moved' } & SeenPlace)
  | ({ readonly kind: 'wrong-slot' } & SeenPlace)
  /** Seen in several places, so that one label is on several things. */
  | { readonly kind: 'twice'; readonly sightings: readonly Seen[] };

type Sightings = Pick<AuditState, 'sightings' | 'index'>;

export function verdictOf(state: Sightings, expected: ExpectedPlace): DeviceVerdict {
  const { device, rack } = expected;
  const sightings = state.sightings.get(device.id) ?? [];
  if (sightings.length === 0) return { kind: 'unseen' };
  const placed = sightings.filter(({ rackId }) => rackId !== null);
  const [rackId, ...otherRacks] = [...new Set(placed.map((seen) => seen.rackId))];
  if (rackId === undefined || rackId === null) return { kind: 'here' };
  if (otherRacks.length > 0) return { kind: 'twice', sightings: placed };
  const read = distinct(placed.map(({ positionHalfU }) => positionHalfU));
  // What sits in a bay is at its chassis' units.
  const units = device.parentId === null ? read : [];
  const bays = baysOf(device, placed);
  const wrongBays = bays.filter((one) => !isOwnBay(device, one));
  const at = (bay: Bay | undefined, unit: number | undefined): SeenPlace => ({
    rackId,
    positionHalfU: unit ?? null,
    bay: bay?.bay ?? null,
    chassisId: bay?.chassisId ?? null,
  });
  if (rackId !== rack.rackId && !wentWithChassis(state, device, rackId, wrongBays)) {
    if (units.length + bays.length > 1) return { kind: 'twice', sightings: placed };
    return { kind: 'moved', ...at(bays[0], read.length === 1 ? read[0] : undefined) };
  }
  const wrongUnits = units.filter((unit) => !takesUnit(device, unit));
  const wrong = wrongUnits.length + wrongBays.length;
  if (wrong === 0) return { kind: 'here' };
  if (wrong < units.length + bays.length || wrong > 1) return { kind: 'twice', sightings: placed };
  return { kind: 'wrong-slot', ...at(wrongBays[0], wrongUnits[0]) };
}

interface Bay {
  readonly bay: string;
  readonly chassisId: string | null;
}

/** The bays that were read, each once. */
function baysOf({ parentId }: ExpectedDevice, placed: readonly Seen[]): Bay[] {
  const bays = new Map<string, Bay>();
  for (const { bay, inDeviceId } of placed) {
    const chassisId = inDeviceId ?? parentId;
    const key = `${chassisId ?? ''} ${bay?.trim().toLowerCase() ?? ''}`;
    if (bay !== null && !bays.has(key)) bays.set(key, { bay, chassisId });
  }
  return [...bays.values()];
}

function isOwnBay(device: ExpectedDevice, { bay, chassisId }: Bay): boolean {
  return device.parentId !== null && chassisId === device.parentId && isSame(device.bay, bay);
}

/** A blade is where its chassis was taken, unless it was read in another one. */
function wentWithChassis(
  state: Sightings,
  { parentId }: ExpectedDevice,
  rackId: string,
  wrongBays: readonly Bay[],
): boolean {
  const chassis = parentId === null ? undefined : state.index.device(parentId);
  if (!chassis || wrongBays.some(({ chassisId }) => chassisId !== parentId)) return false;
  const verdict = verdictOf(state, chassis);
  return verdict.kind === 'moved' && verdict.rackId === rackId;
}

function distinct<Value>(values: readonly (Value | null)[]): Value[] {
  return [...new Set(values.filter((value) => value !== null))];
}
