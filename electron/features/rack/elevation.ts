import type { DrawnDevice, Elevation, Mounted } from '../../../shared/contract/rack.ts';
import { countParts } from '../../../shared/rules/type-parts.ts';
import { checkRackFit } from '../../../shared/rules/rack-fit.ts';
import { freeRuns } from '../../../shared/rules/rack-free-space.ts';
import { feedLoads } from '../../../shared/rules/rack-power.ts';
import type { ReadDatabase } from '../../db/connection.ts';
import { templatesOfTypes } from '../device-type/service.ts';
import { facePictures } from '../picture/service.ts';
import {
  mountedDetails,
  pathOfRack,
  racksWithDevices,
  today,
  utilisation,
  type MountedDetails,
} from '../placement/service.ts';

type LoadedRack = ReturnType<typeof racksWithDevices>[number];
type LoadedMachine = LoadedRack['machines'][number];

/** Everything that a drawing of a rack needs; undefined when there is no such rack. */
export function elevationOf(database: ReadDatabase, rackId: string): Elevation | undefined {
  const [loaded] = racksWithDevices(database, [rackId]);
  if (!loaded) return undefined;
  const { rack, space, devices, machines } = loaded;
  const details = mountedDetails(
    database,
    machines.flatMap(({ row, children }) => [row.id, ...children.map(({ id }) => id)]),
  );
  const options = { today: today() };
  const runs = (face: 'front' | 'rear' | 'both') => [...freeRuns(space, devices, face, options)];
  return {
    rack,
    path: pathOfRack(database, rackId).map((step) => ({ ...step })),
    mounted: machines.map((machine) => mountedOf(machine, details)),
    deviceTypes: typesOf(
      database,
      machines.map(({ row }) => row.deviceTypeId),
    ),
    reservations: loaded.reservations.map(({ rackId: _rackId, ...rest }) => rest),
    feedLoads: feedLoads(space, devices).map((load) => ({ ...load })),
    weightGrams: devices.reduce((sum, { weightGrams }) => sum + (weightGrams ?? 0), 0),
    freeRuns: { front: runs('front'), rear: runs('rear'), both: runs('both') },
    misfits: misfitsOf(loaded),
  };
}

function mountedOf({ row, device, children }: LoadedMachine, details: MountedDetails): Mounted {
  const rows = new Map(children.map((child) => [child.id, child]));
  return {
    ...drawnOf(row, device, details),
    ownPowerWatts: device.ownPowerWatts ?? null,
    bays: [...(device.bays ?? [])],
    children: (device.children ?? []).flatMap((child) => {
      const childRow = rows.get(child.id);
      return childRow ? [{ ...drawnOf(childRow, child, details), parentId: row.id, bay: childRow.bay }] : [];
    }),
  };
}

function drawnOf(
  row: LoadedMachine['row'],
  device: LoadedMachine['device'],
  { ports, warranties }: MountedDetails,
): DrawnDevice {
  const { id, noun, type, state, deviceTypeId, deviceType, role, owner, serial, assetTag, lastAudited } = row;
  return {
    id,
    noun,
    type,
    state,
    deviceTypeId,
    deviceType,
    role,
    owner,
    serial,
    assetTag,
    lastAudited,
    name: device.name,
    named: row.name !== null,
    positionHalfU: device.positionHalfU,
    heightHalfU: device.heightHalfU,
    face: device.face,
    widthParts: row.widthParts ?? 1,
    widthOffset: row.widthOffset ?? 0,
    widthSpan: row.widthSpan ?? 1,
    side: row.side,
    depthMm: row.depthMm,
    widthInches: device.widthInches ?? null,
    powerWatts: device.powerWatts ?? null,
    weightGrams: device.weightGrams ?? null,
    feeds: [...(device.feeds ?? [])],
    reservedFor: owner,
    standsIn: device.standsIn ?? 'units',
    warrantyEnd: warranties.get(id) ?? row.contractEnd,
    utilisation: utilisation(row),
    ports: ports.get(id) ?? { total: 0, used: 0 },
  };
}

/** The types with their parts and pictures, each once. */
function typesOf(database: ReadDatabase, ids: readonly (string | null)[]): Elevation['deviceTypes'] {
  const wanted = [...new Set(ids)].filter((id) => id !== null);
  const pictures = new Map(
    facePictures(database, wanted).map(({ id, deviceTypeId, face }) => [`${deviceTypeId} ${face}`, id]),
  );
  return [...templatesOfTypes(database, wanted)].map(([id, templates]) => ({
    id,
    parts: countParts(templates),
    pictures: { front: pictures.get(`${id} front`) ?? null, rear: pictures.get(`${id} rear`) ?? null },
  }));
}

const MISPLACED: ReadonlySet<string> = new Set(['height', 'position', 'face', 'depth', 'width']);

/** Overlaps and devices outside the rack, as the fit rule names them. */
function misfitsOf({ space, devices }: LoadedRack): Elevation['misfits'] {
  const bare = { ...space, reservations: [], feeds: [], maximumWeightGrams: null };
  return devices.flatMap((device) =>
    checkRackFit(bare, devices, device)
      .problems.filter(({ aspect }) => MISPLACED.has(aspect))
      .map(({ message }) => ({ deviceId: device.id, message })),
  );
}
