import { acceptedByBays } from '../../../shared/rules/bay-fit.ts';
import { bayColumns, bayFace } from '../../../shared/rules/elevation-bays.ts';
import type { RackDevice } from '../../../shared/rules/rack-model.ts';
import { placeOf, type MountedRack } from '../../../shared/rules/rack-moves.ts';
import { chassisAlong, chassisMet, intoBay, type AimedBay } from './aim-bays.ts';
import { deviceInTheWay, locate, placeAtTarget } from './drop-plan.ts';
import type { DropTarget, Grab } from './drag-machine.ts';

export type AimStep = 'up' | 'down' | 'left' | 'right' | 'next-rack' | 'previous-rack' | 'flip';

/** Where a held device stands before the first key. */
export function startAim(mounted: MountedRack, device: RackDevice): DropTarget {
  const {
    positionHalfU,
    face,
    widthOffset = 0,
    side = null,
    parentId = null,
    bay = null,
  } = placeOf(mounted.rack.id, device);
  const chassis = mounted.devices.find(({ id }) => id === parentId);
  const drawn = chassis ? bayFace(chassis) : face === 'rear' ? 'rear' : 'front';
  const place = { positionHalfU, widthOffset, side, chassisId: parentId, bay };
  return { rackId: mounted.rack.id, face: drawn, ...place, overId: null };
}

function inRack(mounted: MountedRack, device: RackDevice, target: DropTarget): DropTarget {
  if (target.positionHalfU === null) return { ...target, rackId: mounted.rack.id };
  const highest = Math.max(0, mounted.rack.heightU * 2 - device.heightHalfU);
  const positionHalfU = Math.min(highest, Math.max(0, target.positionHalfU));
  return { ...target, rackId: mounted.rack.id, positionHalfU };
}

function sideways(device: RackDevice, target: DropTarget, step: 'left' | 'right'): DropTarget {
  if (device.heightHalfU === 0) return { ...target, side: step };
  const last = (device.widthParts ?? 1) - (device.widthSpan ?? 1);
  if (last > 0) {
    const widthOffset = Math.min(last, Math.max(0, (target.widthOffset ?? 0) + (step === 'left' ? -1 : 1)));
    return { ...target, widthOffset };
  }
  return device.face === 'both' ? target : { ...target, face: step === 'left' ? 'front' : 'rear' };
}

/** Up or down in units; what a bay may take enters the bays of a chassis that it meets. */
function vertically(here: MountedRack, device: RackDevice, target: DropTarget, stepHalfU: number): DropTarget {
  const up = stepHalfU > 0;
  if (device.standsIn === 'bays') {
    const next = chassisAlong(here, device, target, up);
    return next ? intoBay(next, target, up ? 'last' : 'first') : target;
  }
  const moved = inRack(here, device, { ...target, positionHalfU: plus(target.positionHalfU, stepHalfU) });
  const met = acceptedByBays(device) ? chassisMet(here, device, moved) : null;
  return met ? intoBay(met, target, up ? 'last' : 'first') : moved;
}

/** From bay to bay of a chassis; above and below its rows come the next chassis, or the units beside it. */
function amongBays(
  here: MountedRack,
  device: RackDevice,
  aimed: AimedBay,
  step: 'up' | 'down' | 'left' | 'right',
): DropTarget {
  const { target, chassis, index, bays } = aimed;
  const columns = bayColumns(bays.length);
  const offset = { up: -columns, down: columns, left: -1, right: 1 }[step];
  const sameRow = Math.floor(index / columns) === Math.floor((index + offset) / columns);
  const bay = step === 'up' || step === 'down' || sameRow ? bays[index + offset] : undefined;
  if (bay !== undefined) return { ...target, bay };
  if (step === 'left' || step === 'right') return target;
  if (device.standsIn === 'bays') return vertically(here, device, target, step === 'up' ? 1 : -1);
  const above = (chassis.positionHalfU ?? 0) + chassis.heightHalfU;
  const positionHalfU = step === 'up' ? above : (chassis.positionHalfU ?? 0) - device.heightHalfU;
  const fitsInside = positionHalfU >= 0 && positionHalfU + device.heightHalfU <= here.rack.heightU * 2;
  return fitsInside ? { ...target, chassisId: null, bay: null, positionHalfU } : target;
}

/** The bay that is aimed at in a rack that has it; null for units and sides. */
function aimedBay(here: MountedRack, target: DropTarget): AimedBay | null {
  const chassis = here.devices.find(({ id }) => id === target.chassisId);
  const bays = chassis?.bays ?? [];
  const index = bays.indexOf(target.bay ?? '');
  return chassis && index >= 0 ? { target, chassis, bays, index } : null;
}

/** The same height in another rack; from a bay, a bay of its lowest chassis where there is one. */
function inNextRack(next: MountedRack, device: RackDevice, target: DropTarget): DropTarget {
  if (!target.bay) return inRack(next, device, target);
  const moved = { ...target, rackId: next.rack.id };
  const chassis = chassisAlong(next, device, { ...moved, chassisId: null }, true);
  if (chassis) return intoBay(chassis, moved, 'first');
  const positionHalfU = device.heightHalfU === 0 ? null : 0;
  return { ...moved, chassisId: null, bay: null, positionHalfU };
}

/**
 * One key press of the keyboard move: up and down by a unit (by half of one with `stepHalfU` 1), sideways to the next part
 * of the width, the other face or the other side, in a chassis from bay to bay, and to the rack before or after. Never
 * leaves the rack.
 */
export function aimStep(
  racks: readonly MountedRack[],
  grab: Grab,
  target: DropTarget,
  step: AimStep,
  stepHalfU: 1 | 2 = 2,
): DropTarget {
  const lead = locate(racks, grab.leadId);
  const index = racks.findIndex(({ rack }) => rack.id === target.rackId);
  const here = racks[index];
  if (!lead || !here) return target;
  const { device } = lead;
  const bay = aimedBay(here, target);
  const aimed = (): DropTarget => {
    switch (step) {
      case 'up':
      case 'down':
        if (bay) return amongBays(here, device, bay, step);
        return vertically(here, device, target, step === 'up' ? stepHalfU : -stepHalfU);
      case 'left':
      case 'right':
        return bay ? amongBays(here, device, bay, step) : sideways(device, target, step);
      case 'flip':
        if (bay || device.face === 'both') return target;
        return { ...target, face: target.face === 'front' ? 'rear' : 'front' };
      case 'next-rack':
        return inNextRack(racks[(index + 1) % racks.length] ?? here, device, target);
      case 'previous-rack':
        return inNextRack(racks[(index + racks.length - 1) % racks.length] ?? here, device, target);
    }
  };
  const next = aimed();
  const mounted = racks.find(({ rack }) => rack.id === next.rackId);
  const { rackId: _rackId, ...placement } = placeAtTarget(lead, next);
  return { ...next, overId: mounted ? deviceInTheWay(mounted, { ...device, ...placement }, grab.deviceIds) : null };
}

function plus(positionHalfU: number | null, step: number): number | null {
  return positionHalfU === null ? null : positionHalfU + step;
}
