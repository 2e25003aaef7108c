import type { FitOptions, FitProblem, RackDevice, RackReservation } from './rack-model.ts';
import { collision, heldReservations, reservationBlocks, takesUnits, type PlacedDevice } from './rack-occupancy.ts';
import { checkMoves, placeOf, type MountedRack, type MovePlan, type RackMove } from './rack-moves.ts';

interface Settled {
  readonly device: PlacedDevice;
  readonly moved: boolean;
}

function mirrored<Item extends { readonly positionHalfU: number; readonly heightHalfU: number }>(
  rows: number,
  item: Item,
): Item {
  return { ...item, positionHalfU: rows - item.positionHalfU - item.heightHalfU };
}

/** Upper edges of what stands in the way; empty when nothing does. Two devices that both stay are not judged. */
function obstacles(
  mounted: MountedRack,
  settled: readonly Settled[],
  candidate: Settled,
  reservations: readonly RackReservation[],
): number[] {
  const { device, moved } = candidate;
  const devices = settled.filter(
    (other) => (moved || other.moved) && collision(mounted.rack, device, other.device) !== 'none',
  );
  const held = moved ? reservations.filter((reservation) => reservationBlocks(reservation, device)) : [];
  return [...devices.map((other) => other.device), ...held].map(
    ({ positionHalfU, heightHalfU }) => positionHalfU + heightHalfU,
  );
}

/** Pushes a device up until it stands free; it keeps its distance from whole units. Null: the rack ends first. */
function pushedUp(
  mounted: MountedRack,
  settled: readonly Settled[],
  device: PlacedDevice,
  options: FitOptions,
): PlacedDevice | null {
  const reservations = heldReservations(mounted.rack, device.reservedFor, options);
  let current = device;
  for (;;) {
    const moved = current.positionHalfU !== device.positionHalfU;
    const edges = obstacles(mounted, settled, { device: current, moved }, reservations);
    if (edges.length === 0) return current;
    const above = Math.max(...edges);
    const positionHalfU = above + ((above - device.positionHalfU) & 1);
    if (positionHalfU + device.heightHalfU > mounted.rack.heightU * 2) return null;
    current = { ...device, positionHalfU };
  }
}

/** The devices that must move up so that `inserted` has its place, at their new positions; null when the rack is full. */
function shiftedUp(mounted: MountedRack, inserted: PlacedDevice, options: FitOptions): readonly PlacedDevice[] | null {
  const settled: Settled[] = [{ device: inserted, moved: true }];
  const others = mounted.devices
    .filter(takesUnits)
    .filter(({ id }) => id !== inserted.id)
    .toSorted((a, b) => a.positionHalfU - b.positionHalfU || (a.id < b.id ? -1 : 1));
  for (const device of others) {
    const next = pushedUp(mounted, settled, device, options);
    if (!next) return null;
    settled.push({ device: next, moved: next.positionHalfU !== device.positionHalfU });
  }
  return settled.slice(1).flatMap(({ device, moved }) => (moved ? [device] : []));
}

function mirroredRack({ rack, devices }: MountedRack): MountedRack {
  const rows = rack.heightU * 2;
  const reservations = (rack.reservations ?? []).map((reservation) => mirrored(rows, reservation));
  return {
    rack: { ...rack, reservations },
    devices: devices.map((device) => (takesUnits(device) ? mirrored(rows, device) : device)),
  };
}

/**
 * Inserts a device where others stand by pushing those up or down, each no further than it must; their order stays. The
 * plan moves the pushed devices and the inserted one, as one change, and is checked by the one fit rule.
 * @param from the place of the device when it is mounted in another rack; null for a new one. In this rack it is found.
 */
export function planShift(
  mounted: MountedRack,
  device: RackDevice,
  direction: 'up' | 'down',
  options: FitOptions & { readonly from?: RackMove['from'] } = {},
): MovePlan {
  const { rack } = mounted;
  const rows = rack.heightU * 2;
  if (!takesUnits(device))
    return refused('E_INCOHERENT', `${device.name} takes no units, so nothing need be shifted for it.`);
  const pushed =
    direction === 'up'
      ? shiftedUp(mounted, device, options)
      : shiftedUp(mirroredRack(mounted), mirrored(rows, device), options);
  if (!pushed)
    return refused('E_RU_RANGE', `${rack.name} has no room to shift devices ${direction} for ${device.name}.`);
  const own = mounted.devices.find(({ id }) => id === device.id);
  const shifts = pushed.flatMap((shifted) => {
    const before = mounted.devices.find(({ id }) => id === shifted.id);
    if (!before) return [];
    const to = direction === 'up' ? shifted : mirrored(rows, shifted);
    return [{ deviceId: shifted.id, from: placeOf(rack.id, before), to: placeOf(rack.id, to) }];
  });
  const from = own ? placeOf(rack.id, own) : (options.from ?? null);
  const moves = [...shifts, { deviceId: device.id, from, to: placeOf(rack.id, device) }];
  const { fits, problems } = checkMoves([mounted], moves, { ...options, arriving: [device] });
  return fits ? { ok: true, moves } : { ok: false, moves, problems };
}

function refused(code: FitProblem['code'], message: string): MovePlan {
  return { ok: false, moves: [], problems: [{ code, aspect: 'position', message }] };
}
