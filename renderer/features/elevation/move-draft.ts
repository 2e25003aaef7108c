import { freeBays } from '../../../shared/rules/bay-fit.ts';
import { bayName } from '../../../shared/rules/bay-name.ts';
import { freePositions } from '../../../shared/rules/rack-free-space.ts';
import type { FitOptions, RackDevice, RackFace } from '../../../shared/rules/rack-model.ts';
import type { MountedRack } from '../../../shared/rules/rack-moves.ts';
import { parseRackUnit, rackUnitLabel } from '../../../shared/rules/rack-units.ts';
import type { DropTarget } from './drag-machine.ts';

/** Where somebody writes that a device shall go. */
export interface MoveDraft {
  readonly unit: string;
  readonly face: RackFace;
  readonly side: 'left' | 'right';
  /** Value of one of `bayChoices`; empty: no bay. */
  readonly bay: string;
}

export interface BayChoice {
  readonly value: string;
  readonly label: string;
}

/** The free bays of a rack's chassis that take the device. */
export function bayChoices({ devices }: MountedRack, device: RackDevice): BayChoice[] {
  return devices.flatMap((chassis) =>
    freeBays(chassis, device).map((bay) => ({
      value: `${chassis.id} ${bay}`,
      label: `${bayName(bay)} of ${chassis.name}`,
    })),
  );
}

export type MoveReading =
  | { readonly ok: true; readonly target: DropTarget }
  | { readonly ok: false; readonly message: string };

/** The units where the device would stand free, as they are written on the rack, the highest place first. */
export function freeUnits(
  { rack, devices }: MountedRack,
  device: RackDevice,
  face: RackFace,
  options: FitOptions,
): string[] {
  const turned = { ...device, face: device.face === 'both' ? ('both' as const) : face };
  return freePositions(rack, devices, turned, options)
    .toReversed()
    .map((position) => rackUnitLabel(rack, position, device.heightHalfU));
}

/** Reads the place into a target of the drop rules, or says what is not understood. */
export function readMove({ rack }: MountedRack, device: RackDevice, draft: MoveDraft): MoveReading {
  const { unit, face, side, bay } = draft;
  const base = { rackId: rack.id, face, widthOffset: null, overId: null };
  if (bay !== '') {
    const end = bay.indexOf(' ');
    const inside = { positionHalfU: null, side: null, chassisId: bay.slice(0, end), bay: bay.slice(end + 1) };
    return { ok: true, target: { ...base, ...inside } };
  }
  if (device.standsIn === 'bays') return { ok: false, message: 'Choose the bay it shall go into.' };
  if (device.heightHalfU === 0) return { ok: true, target: { ...base, positionHalfU: null, side } };
  if (unit.trim() === '') return { ok: false, message: 'Write the unit where it shall stand.' };
  const read = parseRackUnit(unit, rack, device.heightHalfU);
  if (!read.ok) return { ok: false, message: read.message };
  return { ok: true, target: { ...base, positionHalfU: read.value, side: null } };
}
