import { bayColumns, bayFace } from '../../../shared/rules/elevation-bays.ts';
import type { RackDevice } from '../../../shared/rules/rack-model.ts';
import type { MountedRack } from '../../../shared/rules/rack-moves.ts';
import { takesUnits, verticallyOverlap } from '../../../shared/rules/rack-occupancy.ts';
import type { DropTarget } from './drag-machine.ts';

/** A bay that the keyboard's frame is on. */
export interface AimedBay {
  readonly target: DropTarget;
  readonly chassis: RackDevice;
  readonly bays: readonly string[];
  readonly index: number;
}

function chassisOf({ devices }: MountedRack): RackDevice[] {
  const found = devices.filter((device) => takesUnits(device) && (device.bays?.length ?? 0) > 0);
  return found.toSorted((a, b) => (a.positionHalfU ?? 0) - (b.positionHalfU ?? 0));
}

/** The next chassis up or down from the one aimed at, the lowest or highest where none is; undefined at the end. */
export function chassisAlong(
  here: MountedRack,
  device: RackDevice,
  { chassisId }: DropTarget,
  up: boolean,
): RackDevice | undefined {
  const others = chassisOf(here).filter(({ id }) => id !== device.id);
  const ordered = up ? others : others.toReversed();
  const at = ordered.findIndex(({ id }) => id === chassisId);
  return ordered[at + 1];
}

/** The chassis with bays that the device would run into at a place in units. */
export function chassisMet(here: MountedRack, device: RackDevice, { positionHalfU }: DropTarget): RackDevice | null {
  if (positionHalfU === null) return null;
  const wanted = { positionHalfU, heightHalfU: device.heightHalfU };
  const others = chassisOf(here).filter(({ id }) => id !== device.id);
  return others.find((chassis) => takesUnits(chassis) && verticallyOverlap(chassis, wanted)) ?? null;
}

/** The target in a chassis: its first bay, or the first of its lowest row. */
export function intoBay(chassis: RackDevice, target: DropTarget, row: 'first' | 'last'): DropTarget {
  const bays = chassis.bays ?? [];
  const columns = Math.max(1, bayColumns(bays.length));
  const index = row === 'first' ? 0 : (Math.ceil(bays.length / columns) - 1) * columns;
  const none = { positionHalfU: null, widthOffset: null, side: null };
  return { ...target, ...none, face: bayFace(chassis), chassisId: chassis.id, bay: bays[index] ?? null };
}
