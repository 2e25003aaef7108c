import { isSame } from '../../../shared/rules/audit/model.ts';
import { scanKey } from '../../../shared/rules/audit/scan-text.ts';
import { slotsOf } from '../component-assignment/service.ts';
import { baysOf, placementRecord } from '../placement/service.ts';
import type { Walk } from './walk.ts';

/** A bay of a chassis, or a slot of a compute. */
export interface InnerPlace {
  readonly deviceId: string;
  /** As it is recorded. */
  readonly bay: string;
}

/**
 * What a text says inside the device that was read last: at level serial a slot of it, `DIMM A1` or `slot DIMM A1`, or a bay of it
 * or of the chassis around it, `3` or `bay 3`. Null: neither.
 */
export function innerPlace({ state, database }: Walk, raw: string): InnerPlace | null {
  const { deviceId } = state.place;
  if (deviceId === null) return null;
  const slot = state.withParts ? named(slotNames({ state, database }, deviceId), raw, 'slot') : undefined;
  if (slot !== undefined) return { deviceId, bay: slot };
  for (const chassisId of [deviceId, chassisOf({ state, database }, deviceId)]) {
    const bay = chassisId === null ? undefined : named(baysOf(database, chassisId), raw, 'bay');
    if (chassisId !== null && bay !== undefined) return { deviceId: chassisId, bay };
  }
  return null;
}

function named(names: readonly string[], raw: string, prefix: string): string | undefined {
  const key = scanKey(raw);
  return names.find((name) => scanKey(name) === key) ?? names.find((name) => `${prefix} ${scanKey(name)}` === key);
}

function slotNames({ state, database }: Pick<Walk, 'state' | 'database'>, deviceId: string): string[] {
  const parts = state.index.device(deviceId)?.device.parts ?? [];
  const declared = slotsOf(database, deviceId).map(({ name }) => name);
  const inUse = parts.flatMap(({ slot }) => slot ?? []);
  return [...declared, ...inUse.filter((slot) => !declared.some((name) => isSame(name, slot)))];
}

/** The chassis that a device was last read in, else the one it is recorded in. */
function chassisOf({ state, database }: Pick<Walk, 'state' | 'database'>, deviceId: string): string | null {
  const inBay = state.sightings.get(deviceId)?.findLast(({ bay }) => bay !== null);
  const recorded = state.index.device(deviceId)?.device.parentId ?? placementRecord(database, deviceId)?.['parentId'];
  return inBay?.inDeviceId ?? (typeof recorded === 'string' ? recorded : null);
}
