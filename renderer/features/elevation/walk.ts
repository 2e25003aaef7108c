import type { CellState, Elevation, Rectangle } from '../../../shared/rules/elevation-model.ts';
import { bayCells, bayFace } from '../../../shared/rules/elevation-bays.ts';
import type { RackDevice, RackFace } from '../../../shared/rules/rack-model.ts';

/** Something the keyboard can stand on: a device, a free unit, a reservation, a device on a side, a bay of a chassis. */
export interface Stop extends Rectangle {
  readonly key: string;
  readonly rackId: string;
  readonly face: RackFace;
  readonly kind: Exclude<CellState, 'candidate'> | 'side' | 'bay';
  readonly deviceId: string | null;
  /** The chassis and the bay; null elsewhere. */
  readonly chassisId: string | null;
  readonly bay: string | null;
  /** Null on a side. In a bay: of its chassis. */
  readonly positionHalfU: number | null;
  readonly heightHalfU: number;
  readonly reservedFor: string | null;
}

/** One drawn face with its stops from the top down. */
export interface WalkedFace {
  readonly rackId: string;
  readonly face: RackFace;
  readonly stops: readonly Stop[];
}

/** The key of a device's stop: it stays the same while the device moves within its rack. */
export function deviceKey(rackId: string, face: RackFace, deviceId: string): string {
  return `${rackId} ${face} ${deviceId}`;
}

const NO_BAY = { chassisId: null, bay: null };
const NO_DEVICES: ReadonlyMap<string, RackDevice> = new Map();

/** The bays of a chassis that shows them on this face; what is in one answers to the key of a device. */
function bayStops(chassis: RackDevice | undefined, stop: Stop, unitHeight: number): Stop[] {
  const bays = chassis?.bays ?? [];
  if (!chassis || bays.length === 0 || bayFace(chassis) !== stop.face) return [];
  const { rackId, face, positionHalfU, heightHalfU } = stop;
  return bayCells(bays, stop, unitHeight).map(({ bay, x, y, width, height }): Stop => {
    const deviceId = chassis.children?.find((child) => child.bay === bay)?.id ?? null;
    const key = deviceId ? deviceKey(rackId, face, deviceId) : [rackId, face, 'bay', chassis.id, bay].join(' ');
    const place = { positionHalfU, heightHalfU, chassisId: chassis.id, bay, reservedFor: null };
    return { key, rackId, face, kind: 'bay', deviceId, ...place, x, y, width, height };
  });
}

/** The stops of a drawn face; bays follow their chassis. */
export function walkedFace(
  rackId: string,
  drawing: Elevation,
  devices: ReadonlyMap<string, RackDevice> = NO_DEVICES,
): WalkedFace {
  const { face } = drawing;
  const unitHeight = drawing.opening.height / Math.max(1, drawing.labels.length);
  const units = drawing.cells.flatMap((cell): Stop[] => {
    const { state, deviceId = null, positionHalfU, heightHalfU, reservedFor = null, x, y, width, height } = cell;
    if (state === 'candidate') return [];
    const key = deviceId
      ? deviceKey(rackId, face, deviceId)
      : [rackId, face, state, positionHalfU, Math.round(x)].join(' ');
    const box = { x, y, width, height };
    const place = { positionHalfU, heightHalfU, reservedFor, ...NO_BAY };
    const stop: Stop = { key, rackId, face, kind: state, deviceId, ...place, ...box };
    return state === 'occupied' ? [stop, ...bayStops(devices.get(deviceId ?? ''), stop, unitHeight)] : [stop];
  });
  const sides = drawing.sides.map(({ deviceId, x, y, width, height }): Stop => {
    const key = deviceKey(rackId, face, deviceId);
    const place = { positionHalfU: null, heightHalfU: 0, reservedFor: null, ...NO_BAY };
    return { key, rackId, face, kind: 'side', deviceId, ...place, x, y, width, height };
  });
  return { rackId, face, stops: [...units, ...sides] };
}

export type WalkStep = 'up' | 'down' | 'left' | 'right' | 'first' | 'last' | 'next-device' | 'previous-device';

const CLOSE = 0.5;

function overlap(a: number, aSize: number, b: number, bSize: number): number {
  return Math.min(a + aSize, b + bSize) - Math.max(a, b);
}

function nearest<Item>(items: readonly Item[], distance: (item: Item) => readonly number[]): Item | undefined {
  return items
    .map((item) => ({ item, distance: distance(item) }))
    .toSorted((a, b) => {
      const index = a.distance.findIndex((value, at) => value !== b.distance[at]);
      return index < 0 ? 0 : (a.distance[index] ?? 0) - (b.distance[index] ?? 0);
    })[0]?.item;
}

/** Stops that an arrow may reach: a chassis is walked round as one; inside it only its own bays are near. */
function reachable(stops: readonly Stop[], from: Stop): readonly Stop[] {
  return stops.filter((stop) => {
    if (stop.kind === 'bay') return from.kind === 'bay' && stop.chassisId === from.chassisId;
    return from.kind !== 'bay' || stop.deviceId !== from.chassisId;
  });
}

function chassisOf(stops: readonly Stop[], { chassisId }: Stop): Stop | undefined {
  return stops.find(({ kind, deviceId }) => kind === 'occupied' && deviceId === chassisId);
}

/** Above or below in the same face: the next row, in it the stop that shares most of the width. */
function vertical(all: readonly Stop[], from: Stop, down: boolean): Stop | undefined {
  if (from.kind === 'side') return undefined;
  const beyond = reachable(all, from).filter((stop) => {
    if (stop.kind === 'side' || overlap(stop.x, stop.width, from.x, from.width) < CLOSE) return false;
    return down ? stop.y >= from.y + from.height - CLOSE : stop.y + stop.height <= from.y + CLOSE;
  });
  return nearest(beyond, (stop) => [
    Math.round(down ? stop.y : -stop.y - stop.height),
    -Math.round(overlap(stop.x, stop.width, from.x, from.width)),
    stop.x,
  ]);
}

/** Beside it: in the same face what shares its height, else in the next face what is as high above the floor. */
function horizontal(faces: readonly WalkedFace[], at: number, from: Stop, right: boolean): Stop | undefined {
  const all = faces[at]?.stops ?? [];
  const firstBay = right && from.kind === 'occupied' ? all.find(({ chassisId }) => chassisId === from.deviceId) : null;
  if (firstBay) return firstBay;
  const own = reachable(all, from);
  const middle = from.y + from.height / 2;
  const beside = own.filter((stop) => {
    if (overlap(stop.y, stop.height, from.y, from.height) < CLOSE) return false;
    return right ? stop.x >= from.x + from.width - CLOSE : stop.x + stop.width <= from.x + CLOSE;
  });
  const away = (stop: Stop) => Math.abs(stop.y + stop.height / 2 - middle);
  const inFace = nearest(beside, (stop) => [Math.round(right ? stop.x : -stop.x - stop.width), away(stop)]);
  if (inFace && (inFace.kind === 'bay' || from.kind !== 'bay' || right)) return inFace;
  if (from.kind === 'bay' && !right) return chassisOf(all, from);
  const next = faces[at + (right ? 1 : -1)];
  const height = from.positionHalfU === null ? null : from.positionHalfU + from.heightHalfU / 2;
  const level = (stop: Stop) =>
    height === null || stop.positionHalfU === null ? 0 : Math.abs(stop.positionHalfU + stop.heightHalfU / 2 - height);
  const units = next?.stops.filter(({ kind }) => kind !== 'side' && kind !== 'bay') ?? [];
  return nearest(units, (stop) => [level(stop), right ? stop.x : -stop.x]);
}

function deviceAlong(stops: readonly Stop[], from: Stop, forward: boolean): Stop | undefined {
  const ordered = forward ? stops : stops.toReversed();
  const index = ordered.findIndex(({ key }) => key === from.key);
  return ordered.slice(index + 1).find(({ kind, deviceId }) => deviceId !== null && kind !== 'blocked');
}

/** Where a key leads from a stop; the stop itself where there is nothing further. */
export function walk(faces: readonly WalkedFace[], from: Stop, step: WalkStep): Stop {
  const at = faces.findIndex(({ rackId, face }) => rackId === from.rackId && face === from.face);
  const stops = faces[at]?.stops ?? [];
  const found = (): Stop | undefined => {
    switch (step) {
      case 'up':
      case 'down':
        return vertical(stops, from, step === 'down');
      case 'left':
      case 'right':
        return horizontal(faces, at, from, step === 'right');
      case 'first':
        return stops[0];
      case 'last':
        return stops.findLast(({ kind }) => kind !== 'side' && kind !== 'bay');
      case 'next-device':
      case 'previous-device':
        return deviceAlong(stops, from, step === 'next-device');
    }
  };
  return found() ?? from;
}
