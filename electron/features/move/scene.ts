import type { InferContractRouterInputs } from '@orpc/contract';
import { fail } from '../../../shared/contract/failure.ts';
import type { moveContract } from '../../../shared/contract/move.ts';
import type { RackDevice } from '../../../shared/rules/rack-model.ts';
import { bayPlace, placeOf, type MountedRack, type RackPlace } from '../../../shared/rules/rack-moves.ts';
import { positionOfUnits } from '../../../shared/rules/rack-unit-list.ts';
import type { ReadDatabase } from '../../db/connection.ts';
import { resolveReference } from '../object/reference-repository.ts';
import { devicesById, racksWithDevices } from '../placement/service.ts';

export type MoveInputs = InferContractRouterInputs<typeof moveContract>;
export type Target = MoveInputs['move']['moves'][number];

/** The racks that moves are about, with all that stands in them. */
export interface Scene {
  readonly racks: readonly MountedRack[];
  /** Every device concerned, mounted or arriving. */
  readonly devices: ReadonlyMap<string, RackDevice>;
  /** Devices that no rack of the scene holds yet. */
  readonly arriving: readonly RackDevice[];
}

/** The racks named, those of the chassis named, and those where the devices stand. */
export function sceneOf(
  database: ReadDatabase,
  deviceIds: readonly string[],
  rackIds: readonly string[],
  chassisIds: readonly string[] = [],
): Scene {
  const machines = devicesById(database, deviceIds);
  const parents = [...chassisIds, ...machines.flatMap(({ row }) => row.parentId ?? [])];
  const around = [...machines, ...devicesById(database, parents)].flatMap(({ row }) => row.rackId ?? []);
  const all = new Set([...rackIds, ...around]);
  const racks = racksWithDevices(database, [...all]).map(({ space, devices }) => ({ rack: space, devices }));
  const standing = racks.flatMap(({ devices }) => devices);
  const mounted = new Map(
    standing.flatMap((device) => [device, ...(device.children ?? [])]).map((device) => [device.id, device]),
  );
  const arriving = machines.flatMap(({ device }) => (mounted.has(device.id) ? [] : [device]));
  const devices = new Map(
    deviceIds.flatMap((id) => {
      const device = mounted.get(id) ?? arriving.find((entry) => entry.id === id);
      return device ? [[id, device] as const] : [];
    }),
  );
  return { racks, devices, arriving };
}

/** Where a device of the scene is; null: nowhere yet. */
export function currentPlace(scene: Scene, deviceId: string): RackPlace | null {
  for (const { rack, devices } of scene.racks) {
    const all = devices.flatMap((device) => [device, ...(device.children ?? [])]);
    const device = all.find(({ id }) => id === deviceId);
    if (device) return placeOf(rack.id, device);
  }
  return null;
}

/** The half-U position asked for, by itself or by unit numbers; null on a side. */
function targetPosition(
  scene: Scene,
  device: RackDevice,
  rackId: string,
  { positionHalfU, units }: Target,
): number | null {
  if (units === undefined)
    return positionHalfU === undefined ? fail('E_REQUIRED', 'Say where: positionHalfU, or the units.') : positionHalfU;
  const rack = scene.racks.find((entry) => entry.rack.id === rackId)?.rack;
  if (!rack) return fail('E_NOT_FOUND', 'The rack is not there.');
  const reading = positionOfUnits(rack, units, device.heightHalfU);
  if (reading.ok) return reading.positionHalfU;
  return fail(reading.code, reading.message, { fields: [{ path: 'units', message: reading.message, value: units }] });
}

/** The place asked for, what is left out taken from the device. */
export function targetPlace(scene: Scene, device: RackDevice, { target, rackId, chassisId }: Resolved): RackPlace {
  if (chassisId !== null) {
    const around = scene.racks.find(({ devices }) => devices.some(({ id }) => id === chassisId));
    if (!around) return fail('E_INCOHERENT', 'The chassis stands in no rack yet; mount it first.');
    return bayPlace(around.rack.id, chassisId, target.bay ?? '', device);
  }
  const { face, side, widthParts, widthOffset, widthSpan } = target;
  const own = placeOf(rackId, device);
  const positionHalfU = targetPosition(scene, device, rackId, target);
  return {
    rackId,
    positionHalfU,
    face: face ?? own.face,
    widthParts: widthParts ?? own.widthParts ?? 1,
    widthOffset: widthOffset ?? own.widthOffset ?? 0,
    widthSpan: widthSpan ?? own.widthSpan ?? 1,
    side: positionHalfU === null ? (side ?? own.side ?? null) : null,
    parentId: null,
    bay: null,
  };
}

interface Resolved {
  readonly target: Target;
  readonly deviceId: string;
  /** Empty where a chassis is meant. */
  readonly rackId: string;
  readonly chassisId: string | null;
}

/** A target with the ids of what it names; refuses a rack and a chassis together, and neither. */
export function resolved(database: ReadDatabase, target: Target, index: number): Resolved {
  const { device, rack, chassis } = target;
  const deviceId = resolveReference(database, 'machine', device, `moves.${index}.device`);
  if (chassis !== undefined && rack !== undefined)
    fail('E_INCOHERENT', 'Say a rack or a chassis, not both: a chassis brings its rack along.');
  if (chassis !== undefined) {
    const chassisId = resolveReference(database, 'machine', chassis, `moves.${index}.chassis`);
    return { target, deviceId, rackId: '', chassisId };
  }
  if (rack === undefined) return fail('E_REQUIRED', 'Say where: a rack, or a chassis and its bay.');
  return { target, deviceId, rackId: resolveReference(database, 'rack', rack, `moves.${index}.rack`), chassisId: null };
}
