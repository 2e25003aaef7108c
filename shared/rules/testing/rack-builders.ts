import type { RackDevice, RackSpace } from '../rack-model.ts';

/** A 42U rack of 19 inches, numbered from the bottom, without limits. */
export function aRack(rest: Partial<RackSpace> = {}): RackSpace {
  return { id: 'rack101', name: 'rack101', heightU: 42, numbering: 'bottom', widthInches: 19, ...rest };
}

/** A full-depth device `heightU` units high at unit `unit` of a rack numbered from the bottom, from 1. */
export function aDevice(id: string, unit: number, heightU: number, rest: Partial<RackDevice> = {}): RackDevice {
  return { id, name: id, positionHalfU: (unit - 1) * 2, heightHalfU: heightU * 2, face: 'both', ...rest };
}
