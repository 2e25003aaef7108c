import { shareFace, takesUnits, verticallyOverlap, horizontallyOverlap } from '../../../shared/rules/rack-occupancy.ts';
import type { FitOptions, FitProblem, RackDevice } from '../../../shared/rules/rack-model.ts';
import {
  bayPlace,
  placeOf,
  planMove,
  planSwap,
  type MountedRack,
  type MovePlan,
  type RackPlace,
} from '../../../shared/rules/rack-moves.ts';
import { planShift } from '../../../shared/rules/rack-shift.ts';
import { inBay } from '../../../shared/rules/bay-fit.ts';
import type { DropMode, DropTarget, Grab } from './drag-machine.ts';

export interface Drop {
  readonly grab: Grab;
  readonly mode: DropMode;
  readonly target: DropTarget;
}

/** What letting go would do. `direction` is the way an insertion pushes the others. */
export type DropPlan = MovePlan & { readonly direction?: 'up' | 'down' };

interface Located {
  readonly mounted: MountedRack;
  readonly device: RackDevice;
}

export function locate(racks: readonly MountedRack[], deviceId: string): Located | null {
  for (const mounted of racks) {
    const all = mounted.devices.flatMap((device) => [device, ...(device.children ?? [])]);
    const device = all.find(({ id }) => id === deviceId);
    if (device) return { mounted, device };
  }
  return null;
}

function refused(message: string): MovePlan {
  const problem: FitProblem = { code: 'E_INCOHERENT', aspect: 'position', message };
  return { ok: false, moves: [], problems: [problem] };
}

/** The place a device would have if it were let go at the target. Full depth stays full depth. */
export function placeAtTarget({ mounted, device }: Located, target: DropTarget): RackPlace {
  const { chassisId = null, bay = null } = target;
  if (chassisId !== null && bay !== null) return bayPlace(target.rackId, chassisId, bay, device);
  const own = { ...placeOf(mounted.rack.id, device), parentId: null, bay: null };
  if (device.heightHalfU === 0) return { ...own, rackId: target.rackId, side: target.side ?? own.side ?? 'left' };
  return {
    ...own,
    rackId: target.rackId,
    positionHalfU: target.positionHalfU ?? own.positionHalfU,
    face: own.face === 'both' ? 'both' : target.face,
    widthOffset: target.widthOffset ?? own.widthOffset ?? 0,
  };
}

/** The bay as far from the target as the other's own bay is from the leading one's; null where they share no chassis. */
function bayBeside(
  racks: readonly MountedRack[],
  lead: RackDevice,
  other: RackDevice,
  to: RackPlace,
): RackPlace | null {
  const from = locate(racks, lead.parentId ?? '')?.device.bays ?? [];
  const into = locate(racks, to.parentId ?? '')?.device.bays ?? [];
  const distance = from.indexOf(other.bay ?? '') - from.indexOf(lead.bay ?? '');
  if (!to.parentId || other.parentId !== lead.parentId) return null;
  return bayPlace(to.rackId, to.parentId, into[into.indexOf(to.bay ?? '') + distance] ?? '', other);
}

function moveTogether(
  racks: readonly MountedRack[],
  lead: Located,
  { grab, target }: Drop,
  options: FitOptions,
): MovePlan {
  const to = placeAtTarget(lead, target);
  const held = grab.deviceIds.flatMap((id) => locate(racks, id)?.device ?? []);
  if (held.length > 1 && (inBay(to) || held.some(inBay))) {
    const targets = held.map((device) => ({
      deviceId: device.id,
      to: device.id === grab.leadId ? to : bayBeside(racks, lead.device, device, to),
    }));
    const whole = targets.flatMap(({ deviceId, to: place }) => (place ? [{ deviceId, to: place }] : []));
    if (whole.length === held.length) return planMove(racks, whole, options);
    return refused('Devices in bays move together only from one chassis into the bays of another.');
  }
  const delta = (to.positionHalfU ?? 0) - (lead.device.positionHalfU ?? 0);
  const others = grab.deviceIds.flatMap((deviceId) => {
    const other = deviceId === grab.leadId ? null : locate(racks, deviceId);
    if (!other) return [];
    const own = placeOf(target.rackId, other.device);
    const positionHalfU = own.positionHalfU === null ? null : own.positionHalfU + delta;
    return [{ deviceId, to: { ...own, positionHalfU } }];
  });
  return planMove(racks, [{ deviceId: grab.leadId, to }, ...others], options);
}

function insert(racks: readonly MountedRack[], lead: Located, { target }: Drop, options: FitOptions): DropPlan {
  const into = racks.find(({ rack }) => rack.id === target.rackId);
  if (!into) return refused('The rack is not on screen.');
  if (target.bay) return refused('Inserting shifts devices in units; a bay holds one device.');
  const { rackId: _rackId, ...placement } = placeAtTarget(lead, target);
  const from = placeOf(lead.mounted.rack.id, lead.device);
  const device = { ...lead.device, ...placement };
  const up = planShift(into, device, 'up', { ...options, from });
  if (up.ok) return { ...up, direction: 'up' };
  const down = planShift(into, device, 'down', { ...options, from });
  return down.ok ? { ...down, direction: 'down' } : up;
}

/**
 * What letting go here would do, by the rule the engine decides with: moves to make together, or the sentences that say
 * why not. A drop where the device already is answers no moves.
 */
export function planDrop(racks: readonly MountedRack[], drop: Drop, options: FitOptions): DropPlan {
  const { grab, mode, target } = drop;
  const lead = locate(racks, grab.leadId);
  if (!lead) return refused('The device is no longer there.');
  if (mode !== 'move' && grab.deviceIds.length > 1) {
    const verb = mode === 'swap' ? 'A swap' : 'Inserting';
    return refused(`${verb} takes one device at a time; ${grab.deviceIds.length} are held.`);
  }
  if (mode === 'swap') {
    if (target.overId === null) return refused('Point at the device to change places with.');
    return planSwap(racks, grab.leadId, target.overId, options);
  }
  const plan = mode === 'insert' ? insert(racks, lead, drop, options) : moveTogether(racks, lead, drop, options);
  const moves = plan.moves.filter(({ from, to }) => !samePlace(from, to));
  return { ...plan, moves };
}

function samePlace(a: RackPlace | null, b: RackPlace | null): boolean {
  if (a === null || b === null) return a === b;
  const keys = [
    'parentId',
    'bay',
    'rackId',
    'positionHalfU',
    'face',
    'widthOffset',
    'widthParts',
    'widthSpan',
    'side',
  ] as const;
  return keys.every((key) => (a[key] ?? null) === (b[key] ?? null));
}

/** The device that stands where another would be put, the lowest first; null where there is none. */
export function deviceInTheWay(mounted: MountedRack, wanted: RackDevice, held: readonly string[]): string | null {
  if (wanted.parentId) {
    const chassis = mounted.devices.find(({ id }) => id === wanted.parentId);
    return chassis?.children?.find(({ id, bay }) => bay === wanted.bay && !held.includes(id))?.id ?? null;
  }
  if (!takesUnits(wanted)) return null;
  const others = mounted.devices.filter(takesUnits).filter(({ id }) => !held.includes(id));
  const met = others.filter(
    (other) =>
      verticallyOverlap(wanted, other) && horizontallyOverlap(wanted, other) && shareFace(wanted.face, other.face),
  );
  return met.toSorted((a, b) => a.positionHalfU - b.positionHalfU)[0]?.id ?? null;
}
