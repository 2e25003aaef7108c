import type { Reading } from '../domain/units.ts';
import type { RackSpace } from './rack-model.ts';

type NumberedRack = Pick<RackSpace, 'heightU' | 'numbering' | 'startUnit'>;

/**
 * The unit number of a device: of its lowest-numbered edge. A 2U device on U12 and U13 is at 12 in either numbering; x.5
 * is half a unit further.
 */
export function rackUnitNumber(rack: NumberedRack, positionHalfU: number, heightHalfU: number): number {
  const start = rack.startUnit ?? 1;
  const fromLowestNumber = rack.numbering === 'bottom' ? positionHalfU : rack.heightU * 2 - positionHalfU - heightHalfU;
  return start + fromLowestNumber / 2;
}

/** The half-U position, from the rack floor, of a device whose lowest-numbered edge is at `unit`. */
export function positionOfUnit(rack: NumberedRack, unit: number, heightHalfU: number): number {
  const fromLowestNumber = (unit - (rack.startUnit ?? 1)) * 2;
  return rack.numbering === 'bottom' ? fromLowestNumber : rack.heightU * 2 - fromLowestNumber - heightHalfU;
}

/** `U12`, or `U12.5` for a device that starts half a unit further. */
export function rackUnitLabel(rack: NumberedRack, positionHalfU: number, heightHalfU: number): string {
  return `U${rackUnitNumber(rack, positionHalfU, heightHalfU)}`;
}

/** The units that a device touches: `U12`, `U12–U13`, `U12.5–U13` (one unit high, half a unit further). */
export function rackSpanLabel(rack: NumberedRack, positionHalfU: number, heightHalfU: number): string {
  const first = rackUnitNumber(rack, positionHalfU, heightHalfU);
  const onWholeUnits = Number.isInteger(first) && heightHalfU % 2 === 0;
  const last = first + (onWholeUnits ? heightHalfU - 2 : heightHalfU - 1) / 2;
  return last > first ? `U${first}–U${last}` : `U${first}`;
}

/** Reads `U12`, `RU13`, `12` or `12.5` into the half-U position of a device of the given height. */
export function parseRackUnit(text: string, rack: NumberedRack, heightHalfU: number): Reading<number> {
  const start = rack.startUnit ?? 1;
  const highest = start + (rack.heightU * 2 - heightHalfU) / 2;
  const allowed = `U${start} to U${highest} in steps of half a unit`;
  const number = /^(?:r?u)?\s*(?<unit>\d+(?:\.[05])?)$/i.exec(text.trim())?.groups?.['unit'];
  const unit = Number(number);
  if (number === undefined || unit < start || unit > highest) {
    return { ok: false, message: `Position '${text.trim()}' is not in the rack; allowed is ${allowed}.`, allowed };
  }
  return { ok: true, value: positionOfUnit(rack, unit, heightHalfU) };
}
