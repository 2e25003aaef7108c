import type { CellState, Elevation, Rectangle } from '../../../shared/rules/elevation-model.ts';
import type { RackFace } from '../../../shared/rules/rack-model.ts';

/** Something the keyboard can stand on: a device, a free unit, a reservation, a device on a side. */
export interface Stop extends Rectangle {
  readonly key: string;
  readonly rackId: string;
  readonly face: RackFace;
  readonly kind: Exclude<CellState, 'candidate'> | 'side';
  readonly deviceId: string | null;
  /** Null on a side. */
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

export function walkedFace(rackId: string, drawing: Elevation): WalkedFace {
  const { face } = drawing;
  const units = drawing.cells.flatMap((cell): Stop[] => {
    const { state, deviceId = null, positionHalfU, heightHalfU, reservedFor = null, x, y, width, height } = cell;
    if (state === 'candidate') return [];
    const key = deviceId
      ? deviceKey(rackId, face, deviceId)
      : [rackId, face, state, positionHalfU, Math.round(x)].join(' ');
    return [{ key, rackId, face, kind: state, deviceId, positionHalfU, heightHalfU, reservedFor, x, y, width, height }];
  });
  const sides = drawing.sides.map(({ deviceId, x, y, width, height }): Stop => {
    const key = deviceKey(rackId, face, deviceId);
    const place = { positionHalfU: null, heightHalfU: 0, reservedFor: null };
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

/** Above or below in the same face: the next row, in it the stop that shares most of the width. */
function vertical(stops: readonly Stop[], from: Stop, down: boolean): Stop | undefined {
  if (from.kind === 'side') return undefined;
  const beyond = stops.filter((stop) => {
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
  const own = faces[at]?.stops ?? [];
  const middle = from.y + from.height / 2;
  const beside = own.filter((stop) => {
    if (overlap(stop.y, stop.height, from.y, from.height) < CLOSE) return false;
    return right ? stop.x >= from.x + from.width - CLOSE : stop.x + stop.width <= from.x + CLOSE;
  });
  const away = (stop: Stop) => Math.abs(stop.y + stop.height / 2 - middle);
  const inFace = nearest(beside, (stop) => [Math.round(right ? stop.x : -stop.x - stop.width), away(stop)]);
  if (inFace) return inFace;
  const next = faces[at + (right ? 1 : -1)];
  const height = from.positionHalfU === null ? null : from.positionHalfU + from.heightHalfU / 2;
  const level = (stop: Stop) =>
    height === null || stop.positionHalfU === null ? 0 : Math.abs(stop.positionHalfU + stop.heightHalfU / 2 - height);
  const units = next?.stops.filter(({ kind }) => kind !== 'side') ?? [];
  return nearest(units, (stop) => [level(stop), right ? stop.x : -stop.x]);
}

function deviceAlong(stops: readonly Stop[], from: Stop, forward: boolean): Stop | undefined {
  const ordered = forward ? stops : stops.toReversed();
  const index = ordered.findIndex(({ key }) => key === from.key);
  return ordered.slice(index + 1).find(({ kind }) => kind === 'occupied' || kind === 'side');
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
        return stops.findLast(({ kind }) => kind !== 'side');
      case 'next-device':
      case 'previous-device':
        return deviceAlong(stops, from, step === 'next-device');
    }
  };
  return found() ?? from;
}
