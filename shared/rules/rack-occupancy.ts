import type { FitOptions, OccupiedFace, RackDevice, RackPlacement, RackReservation, RackSpace } from './rack-model.ts';

interface Interval {
  readonly positionHalfU: number;
  readonly heightHalfU: number;
}

export interface PlacedDevice extends RackDevice {
  readonly positionHalfU: number;
}

/** True for a device that takes units; a 0U device hangs on a side. */
export function takesUnits(device: RackDevice): device is PlacedDevice {
  return device.positionHalfU !== null && device.heightHalfU > 0;
}

export function verticallyOverlap(a: Interval, b: Interval): boolean {
  return a.positionHalfU < b.positionHalfU + b.heightHalfU && b.positionHalfU < a.positionHalfU + a.heightHalfU;
}

/** Compares part/parts as fractions in whole numbers: 1 of 2 and 2 of 4 end and begin at the same edge. */
export function horizontallyOverlap(a: RackPlacement, b: RackPlacement): boolean {
  const [partsA, partsB] = [a.widthParts ?? 1, b.widthParts ?? 1];
  const [startA, startB] = [a.widthOffset ?? 0, b.widthOffset ?? 0];
  const [endA, endB] = [startA + (a.widthSpan ?? 1), startB + (b.widthSpan ?? 1)];
  return startA * partsB < endB * partsA && startB * partsA < endA * partsB;
}

export function shareFace(a: OccupiedFace, b: OccupiedFace): boolean {
  return a === b || a === 'both' || b === 'both';
}

/** Millimetres by which two devices on opposite faces run into each other; 0 when a depth is not known. */
export function depthExcessMm(rack: RackSpace, a: RackDevice, b: RackDevice): number {
  if (!rack.depthMm || !a.depthMm || !b.depthMm) return 0;
  return Math.max(0, a.depthMm + b.depthMm - rack.depthMm);
}

export type Collision = 'none' | 'place' | 'depth';

/** Whether two devices claim the same room: face × half-U × width, or depth when they stand back to back. */
export function collision(rack: RackSpace, a: RackDevice, b: RackDevice): Collision {
  if (!takesUnits(a) || !takesUnits(b) || !verticallyOverlap(a, b) || !horizontallyOverlap(a, b)) return 'none';
  if (shareFace(a.face, b.face)) return 'place';
  return depthExcessMm(rack, a, b) > 0 ? 'depth' : 'none';
}

/** The reservations still held on a day; the holder's own do not count against it. */
export function heldReservations(
  rack: RackSpace,
  holder: string | null | undefined,
  { today }: FitOptions,
): readonly RackReservation[] {
  return (rack.reservations ?? []).filter(
    ({ until, reservedFor }) => !(until && today && until < today) && !(holder && reservedFor === holder),
  );
}

export function reservationBlocks(reservation: RackReservation, device: RackDevice): boolean {
  return takesUnits(device) && verticallyOverlap(reservation, device) && shareFace(reservation.face, device.face);
}

/** Whether a device stands wholly inside the rack and its width inside the width. */
export function insideRack(rack: RackSpace, device: PlacedDevice): boolean {
  const parts = device.widthParts ?? 1;
  const offset = device.widthOffset ?? 0;
  return (
    device.positionHalfU >= 0 &&
    device.positionHalfU + device.heightHalfU <= rack.heightU * 2 &&
    offset >= 0 &&
    offset + (device.widthSpan ?? 1) <= parts
  );
}

/** The space part of the fit rule without sentences: inside the rack, no collision, no reservation. */
export function spaceIsFree(
  rack: RackSpace,
  others: readonly RackDevice[],
  device: PlacedDevice,
  options: FitOptions,
): boolean {
  return (
    insideRack(rack, device) &&
    others.every((other) => collision(rack, device, other) === 'none') &&
    heldReservations(rack, device.reservedFor, options).every((reservation) => !reservationBlocks(reservation, device))
  );
}
