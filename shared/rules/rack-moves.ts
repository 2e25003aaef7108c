import type {
  FitOptions,
  FitProblem,
  FitWarning,
  OccupiedFace,
  RackDevice,
  RackFit,
  RackPlacement,
  RackSpace,
} from './rack-model.ts';
import { checkBayFit, inBay, withChildren } from './bay-fit.ts';
import { takesUnits } from './rack-occupancy.ts';
import { checkRackFit, loadProblems } from './rack-fit.ts';

export interface MountedRack {
  readonly rack: RackSpace;
  readonly devices: readonly RackDevice[];
}

/** Where a device is: a rack and a place in it, or the bay of a chassis that stands in it. */
export interface RackPlace extends RackPlacement {
  readonly rackId: string;
}

/** One change: a device leaves `from` and stands at `to`; null is outside every rack. */
export interface RackMove {
  readonly deviceId: string;
  readonly from: RackPlace | null;
  readonly to: RackPlace | null;
}

export type MovePlan =
  | { readonly ok: true; readonly moves: readonly RackMove[] }
  | { readonly ok: false; readonly moves: readonly RackMove[]; readonly problems: readonly FitProblem[] };

/** The place of a mounted device, without the device. */
export function placeOf(rackId: string, device: RackDevice): RackPlace {
  const { positionHalfU, face, widthParts = 1, widthOffset = 0, widthSpan = 1, side = null } = device;
  const { parentId = null, bay = null } = device;
  return { rackId, positionHalfU, face, widthParts, widthOffset, widthSpan, side, parentId, bay };
}

/** The place in a bay of a chassis: it takes nothing of the rack. */
export function bayPlace(rackId: string, chassisId: string, bay: string, device: RackDevice): RackPlace {
  const whole = { widthParts: 1, widthOffset: 0, widthSpan: 1, side: null };
  return { rackId, positionHalfU: null, face: device.face, ...whole, parentId: chassisId, bay };
}

function placed(device: RackDevice, { rackId: _rackId, ...placement }: RackPlace): RackDevice {
  return { ...device, parentId: null, bay: null, ...placement };
}

/** The devices of racks with what is in their bays. */
function everyDevice(racks: readonly MountedRack[]): RackDevice[] {
  return racks.flatMap(({ devices }) => devices.flatMap((device) => [device, ...(device.children ?? [])]));
}

function byId(a: RackDevice, b: RackDevice): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/**
 * The racks after the moves, made together: all devices leave before any arrives, so a swap needs no spare room. Devices
 * of a rack that changes are ordered by id.
 * @param arriving devices that no rack holds yet.
 */
export function applyMoves(
  racks: readonly MountedRack[],
  moves: readonly RackMove[],
  arriving: readonly RackDevice[] = [],
): readonly MountedRack[] {
  const known = new Map([...arriving, ...everyDevice(racks)].map((device) => [device.id, device]));
  const moved = new Set(moves.map(({ deviceId }) => deviceId));
  const arrivalsAt = (isThere: (place: RackPlace) => boolean) =>
    moves.flatMap(({ deviceId, to }) => {
      const device = known.get(deviceId);
      return device && to && isThere(to) ? [placed(device, to)] : [];
    });
  const refilled = (device: RackDevice): RackDevice => {
    const before = device.children ?? [];
    const arrivals = arrivalsAt(({ parentId }) => parentId === device.id);
    const stay = before.filter(({ id }) => !moved.has(id));
    const same = arrivals.length === 0 && stay.length === before.length;
    return same ? device : withChildren(device, [...stay, ...arrivals].toSorted(byId));
  };
  return racks.map(({ rack, devices }) => {
    const arrivals = arrivalsAt(({ rackId, parentId }) => rackId === rack.id && !parentId);
    const stay = devices.filter(({ id }) => !moved.has(id));
    const after = [...stay, ...arrivals].map(refilled);
    const same = arrivals.length === 0 && after.length === devices.length;
    if (same && after.every((device, index) => device === devices[index])) return { rack, devices };
    return { rack, devices: after.toSorted(byId) };
  });
}

/** The moves that bring everything back. */
export function invertMoves(moves: readonly RackMove[]): readonly RackMove[] {
  return moves.map(({ deviceId, from, to }) => ({ deviceId, from: to, to: from })).toReversed();
}

/** What is against one device at its new place among all the others, after every move. */
function checkArrival(
  after: readonly MountedRack[],
  before: readonly RackDevice[],
  deviceId: string,
  to: RackPlace,
  options: FitOptions,
): RackFit {
  const target = after.find(({ rack }) => rack.id === to.rackId);
  const all = target?.devices ?? [];
  if (!inBay(to)) {
    const device = all.find(({ id }) => id === deviceId);
    return target && device ? checkRackFit(target.rack, all, device, options) : NOTHING_AGAINST;
  }
  if (to.parentId === deviceId) return refusal('A device cannot be in a bay of itself.', 'E_CYCLE').fit;
  const chassis = all.find(({ id }) => id === to.parentId);
  const device = chassis?.children?.find(({ id }) => id === deviceId);
  if (!target || !chassis || !device) return refusal('The chassis stands in no rack here; mount it first.').fit;
  const fit = checkBayFit(chassis, device);
  const was = before.find(({ id }) => id === chassis.id);
  const heavier = (chassis.weightGrams ?? 0) > (was?.weightGrams ?? 0);
  const hungrier = (chassis.powerWatts ?? 0) > (was?.powerWatts ?? 0);
  const load = loadProblems(target.rack, all, { ...chassis, name: device.name }).filter(
    ({ aspect }) => (aspect === 'weight' && heavier) || (aspect === 'power' && hungrier),
  );
  const problems = [...fit.problems, ...load];
  return { fits: problems.length === 0, problems, warnings: fit.warnings };
}

const NOTHING_AGAINST: RackFit = { fits: true, problems: [], warnings: [] };

function refusal(
  message: string,
  code: FitProblem['code'] = 'E_INCOHERENT',
): { readonly fit: RackFit; readonly plan: MovePlan } {
  const problems: FitProblem[] = [{ code, aspect: 'position', message }];
  return { fit: { fits: false, problems, warnings: [] }, plan: { ok: false, moves: [], problems } };
}

/** Checks moves made together by the one fit rule, each device at its new place among all the others. */
export function checkMoves(
  racks: readonly MountedRack[],
  moves: readonly RackMove[],
  options: FitOptions & { readonly arriving?: readonly RackDevice[] } = {},
): RackFit {
  const after = applyMoves(racks, moves, options.arriving);
  const before = everyDevice(racks);
  const problems: FitProblem[] = [];
  const warnings: FitWarning[] = [];
  for (const { deviceId, to } of moves) {
    if (!to) continue;
    const fit = checkArrival(after, before, deviceId, to, options);
    problems.push(...fit.problems);
    warnings.push(...fit.warnings);
  }
  return { fits: problems.length === 0, problems, warnings };
}

function found(racks: readonly MountedRack[], deviceId: string): { place: RackPlace; device: RackDevice } | null {
  for (const { rack, devices } of racks) {
    const device = everyDevice([{ rack, devices }]).find(({ id }) => id === deviceId);
    if (device) return { device, place: placeOf(rack.id, device) };
  }
  return null;
}

function planned(racks: readonly MountedRack[], moves: readonly RackMove[], options: FitOptions): MovePlan {
  const { fits, problems } = checkMoves(racks, moves, options);
  return fits ? { ok: true, moves } : { ok: false, moves, problems };
}

/** Moves mounted devices to new places as one change; used for one device and for a selection. */
export function planMove(
  racks: readonly MountedRack[],
  targets: readonly { readonly deviceId: string; readonly to: RackPlace }[],
  options: FitOptions = {},
): MovePlan {
  const moves = targets.map(({ deviceId, to }) => ({ deviceId, from: found(racks, deviceId)?.place ?? null, to }));
  return planned(racks, moves, options);
}

function faceAt(own: OccupiedFace, other: OccupiedFace): OccupiedFace {
  return own === 'both' || other === 'both' ? own : other;
}

/** `own` at the place of `other`: its depth stays its own, and so does its width where the other is divided differently. */
function takenOver(own: RackPlace, other: RackPlace, positionHalfU: number | null): RackPlace {
  const sameParts = own.widthParts === other.widthParts && own.widthSpan === other.widthSpan;
  const width = sameParts ? other : own;
  return {
    ...own,
    rackId: other.rackId,
    positionHalfU,
    face: faceAt(own.face, other.face),
    widthOffset: width.widthOffset ?? 0,
    side: other.side ?? null,
    parentId: other.parentId ?? null,
    bay: other.bay ?? null,
  };
}

/** Lower edge to lower edge; where that fails in one rack, the pair changes order inside the room it spans together. */
function swapPositions(
  a: RackDevice,
  b: RackDevice,
  sameRack: boolean,
): readonly (readonly [number | null, number | null])[] {
  if (!sameRack || !takesUnits(a) || !takesUnits(b)) return [[b.positionHalfU, a.positionHalfU]];
  const inside =
    a.positionHalfU <= b.positionHalfU
      ? ([b.positionHalfU + b.heightHalfU - a.heightHalfU, a.positionHalfU] as const)
      : ([b.positionHalfU, a.positionHalfU + a.heightHalfU - b.heightHalfU] as const);
  return [[b.positionHalfU, a.positionHalfU], inside];
}

/** Lets two mounted devices change places, within a rack or between racks, as one change. */
export function planSwap(
  racks: readonly MountedRack[],
  firstId: string,
  secondId: string,
  options: FitOptions = {},
): MovePlan {
  const first = found(racks, firstId);
  const second = found(racks, secondId);
  const alike = first && second && inBay(first.place) === inBay(second.place);
  if (!alike || takesUnits(first.device) !== takesUnits(second.device))
    return refusal('A swap needs two mounted devices, both in units, both on a side or both in bays.').plan;
  const sameRack = first.place.rackId === second.place.rackId;
  const plans = swapPositions(first.device, second.device, sameRack).map(([atSecond, atFirst]) =>
    planned(
      racks,
      [
        { deviceId: firstId, from: first.place, to: takenOver(first.place, second.place, atSecond) },
        { deviceId: secondId, from: second.place, to: takenOver(second.place, first.place, atFirst) },
      ],
      options,
    ),
  );
  return plans.find(({ ok }) => ok) ?? plans[0] ?? { ok: true, moves: [] };
}
