import type { RackDevice, RackSpace } from '../../../../shared/rules/rack-model.ts';
import type { DeviceFact } from '../device-fact.ts';

export function aFact(change: Partial<DeviceFact> = {}): DeviceFact {
  return {
    id: 'db-01',
    noun: 'compute',
    name: 'db-01',
    type: 'baremetal',
    state: 'active',
    model: null,
    role: null,
    owner: null,
    serial: null,
    assetTag: null,
    powerWatts: null,
    utilisation: null,
    warrantyEndDay: null,
    lastAuditedDay: null,
    ...change,
  };
}

export function aRack(change: Partial<RackSpace> = {}): RackSpace {
  return { id: 'r1', name: 'R1', heightU: 4, numbering: 'bottom', widthInches: 19, ...change };
}

/** A device of 1 U and full depth at the floor. */
export function aDevice(id: string, change: Partial<RackDevice> = {}): RackDevice {
  return { id, name: id, positionHalfU: 0, heightHalfU: 2, face: 'both', ...change };
}
