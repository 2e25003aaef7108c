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

/** A blade that takes no units; null: in no bay yet. */
export function aBlade(id: string, bay: string | null, change: Partial<RackDevice> = {}): RackDevice {
  const place = { positionHalfU: null, heightHalfU: 0, face: 'front' as const, bay, standsIn: 'bays' as const };
  return { id, name: id, ...place, ...change };
}

/** A chassis of 3 U at the floor with `Bay 1`, `Bay 2` … */
export function aChassis(
  id: string,
  count: number,
  children: readonly RackDevice[] = [],
  change: Partial<RackDevice> = {},
): RackDevice {
  const bays = Array.from({ length: count }, (_, index) => `Bay ${index + 1}`);
  const inside = children.map((child) => ({ ...child, parentId: id }));
  return { ...aDevice(id, { heightHalfU: 6 }), bays, children: inside, ...change };
}
