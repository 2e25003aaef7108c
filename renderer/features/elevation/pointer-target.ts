import { hitTest, snapPosition } from '../../../shared/rules/elevation-hit.ts';
import type { Elevation } from '../../../shared/rules/elevation-model.ts';
import { inBay } from '../../../shared/rules/bay-fit.ts';
import type { RackDevice, RackFace } from '../../../shared/rules/rack-model.ts';
import type { DropMode, DropTarget, Grab } from './drag-machine.ts';
import type { Stop } from './walk.ts';

/** Where on the leading device it was taken hold of: from its left and upper edge, in pixels. */
export interface Hold {
  readonly dx: number;
  readonly dy: number;
}

interface Pointed {
  readonly rackId: string;
  readonly drawing: Elevation;
  /** Inside the drawing. */
  readonly x: number;
  readonly y: number;
  readonly lead: RackDevice;
  readonly hold: Hold;
  readonly grab: Grab;
  readonly stepHalfU: 1 | 2;
  readonly mode: DropMode;
  /** The bays that the face shows. */
  readonly bays: readonly Stop[];
}

/** The bay under the pointer. What stands in units swaps with the chassis, not with what is in it. */
function bayAt({ bays, x, y, mode, lead, face, rackId }: Pointed & { readonly face: RackFace }): DropTarget | null {
  if (mode === 'insert' || (mode === 'swap' && !inBay(lead))) return null;
  const over = bays.find((stop) => x >= stop.x && x < stop.x + stop.width && y >= stop.y && y < stop.y + stop.height);
  if (!over) return null;
  const { chassisId, bay, deviceId } = over;
  const overId = deviceId === lead.id ? null : deviceId;
  return { rackId, face, positionHalfU: null, widthOffset: null, side: null, chassisId, bay, overId };
}

/** The part of the width whose left edge is nearest to where the device's left edge is held. */
function partAt({ drawing, lead, x, hold }: Pointed): number | null {
  const parts = lead.widthParts ?? 1;
  const span = lead.widthSpan ?? 1;
  if (parts - span <= 0) return null;
  const { opening, face } = drawing;
  const drawn = Math.round(((x - hold.dx - opening.x) / opening.width) * parts);
  const offset = face === 'front' ? drawn : parts - span - drawn;
  return Math.min(parts - span, Math.max(0, offset));
}

/** The place a pointer means while it holds a device; null outside every rack. */
export function pointedTarget(pointed: Pointed): DropTarget | null {
  const { rackId, drawing, x, y, lead, hold, grab, stepHalfU } = pointed;
  const inChassis = bayAt({ ...pointed, face: drawing.face });
  if (inChassis) return inChassis;
  const hit = hitTest(drawing, x, y);
  const base = { rackId, face: drawing.face };
  const nothing = { widthOffset: null, side: null, overId: null };
  if (lead.heightHalfU === 0) {
    const middle = drawing.opening.x + drawing.opening.width / 2;
    const seen = x < middle ? 'left' : 'right';
    const mirrored = seen === 'left' ? 'right' : 'left';
    const overId = hit.region === 'side' ? (hit.device?.deviceId ?? null) : null;
    const side = drawing.face === 'front' ? seen : mirrored;
    return {
      ...base,
      ...nothing,
      positionHalfU: null,
      side,
      overId: overId && grab.deviceIds.includes(overId) ? null : overId,
    };
  }
  if (hit.region !== 'units') return null;
  const positionHalfU = snapPosition(drawing, y - hold.dy, lead.heightHalfU, stepHalfU);
  const over = hit.cell?.deviceId ?? null;
  const overId = over && !grab.deviceIds.includes(over) ? over : null;
  return { ...base, ...nothing, positionHalfU, widthOffset: partAt(pointed), overId };
}
