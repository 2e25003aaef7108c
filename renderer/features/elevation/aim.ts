import type { RackDevice } from '../../../shared/rules/rack-model.ts';
import { placeOf, type MountedRack } from '../../../shared/rules/rack-moves.ts';
import { deviceInTheWay, locate, placeAtTarget } from './drop-plan.ts';
import type { DropTarget, Grab } from './drag-machine.ts';

export type AimStep = 'up' | 'down' | 'left' | 'right' | 'next-rack' | 'previous-rack' | 'flip';

/** Where a held device stands before the first key. */
export function startAim(mounted: MountedRack, device: RackDevice): DropTarget {
  const { positionHalfU, face, widthOffset = 0, side = null } = placeOf(mounted.rack.id, device);
  const drawn = face === 'rear' ? 'rear' : 'front';
  return { rackId: mounted.rack.id, face: drawn, positionHalfU, widthOffset, side, overId: null };
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

/**
 * One key press of the keyboard move: up and down by a unit (by half of one with `stepHalfU` 1), sideways to the next part
 * of the width, the other face or the other side, and to the rack before or after. Never leaves the rack.
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
  const aimed = (): DropTarget => {
    switch (step) {
      case 'up':
        return inRack(here, device, { ...target, positionHalfU: plus(target.positionHalfU, stepHalfU) });
      case 'down':
        return inRack(here, device, { ...target, positionHalfU: plus(target.positionHalfU, -stepHalfU) });
      case 'left':
      case 'right':
        return sideways(device, target, step);
      case 'flip':
        return device.face === 'both' ? target : { ...target, face: target.face === 'front' ? 'rear' : 'front' };
      case 'next-rack':
        return inRack(racks[(index + 1) % racks.length] ?? here, device, target);
      case 'previous-rack':
        return inRack(racks[(index + racks.length - 1) % racks.length] ?? here, device, target);
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
