import type { Hall, HallDevices, HallRack } from '../../../shared/contract/hall.ts';
import { feedCapacityWatts } from '../../../shared/rules/rack-power.ts';
import type { ReadDatabase } from '../../db/connection.ts';
import { mountedDetails, racksWithDevices, utilisation } from '../placement/service.ts';
import { facePictures } from '../picture/service.ts';
import { racksInScope, type RackScope, type ScopedRack } from './repository.ts';

type LoadedRack = ReturnType<typeof racksWithDevices>[number];
type LoadedMachine = LoadedRack['machines'][number];

const NONE = -1;
const DAY_MS = 86_400_000;
const FACES = { front: 0, rear: 1, both: 2 } as const;
const SIDES = { left: 1, right: 2 } as const;

/** Texts that repeat, each kept once. */
class Texts {
  readonly list: string[] = [];
  readonly #places = new Map<string, number>();

  indexOf(text: string | null): number {
    if (text === null) return NONE;
    const known = this.#places.get(text);
    if (known !== undefined) return known;
    const place = this.list.push(text) - 1;
    this.#places.set(text, place);
    return place;
  }
}

function dayOf(moment: string | null | undefined): number {
  const time = moment ? Date.parse(moment) : Number.NaN;
  return Number.isNaN(time) ? NONE : Math.floor(time / DAY_MS);
}

/** All racks of a scope with their devices, small enough to send and draw at once. */
export function hallOf(database: ReadDatabase, scope: RackScope): Hall {
  const scoped = racksInScope(database, scope);
  const loaded = racksWithDevices(
    database,
    scoped.map(({ id }) => id),
  );
  const byId = new Map(scoped.map((rack) => [rack.id, rack]));
  const ids = loaded.flatMap(({ machines }) => machines.map(({ row }) => row.id));
  const { warranties } = mountedDetails(database, ids);
  const texts = new Texts();
  const devices = emptyColumns();
  for (const [index, { machines }] of loaded.entries())
    for (const machine of machines) append(devices, index, machine, warranties.get(machine.row.id), texts);
  return {
    racks: loaded.flatMap((rack) => {
      const place = byId.get(rack.rack.id);
      return place ? [hallRack(rack, place)] : [];
    }),
    devices,
    texts: texts.list,
    pictures: picturesOfTypes(database, loaded, texts),
    reservations: loaded.flatMap(({ reservations }, rack) =>
      reservations.map(({ positionHalfU, heightHalfU, face, reservedFor }) => ({
        rack,
        positionHalfU,
        heightHalfU,
        face,
        reservedFor,
      })),
    ),
  };
}

function picturesOfTypes(database: ReadDatabase, racks: readonly LoadedRack[], texts: Texts): Hall['pictures'] {
  const rows = racks.flatMap(({ machines }) => machines.map(({ row }) => row));
  const types = new Map(rows.flatMap((row) => (row.deviceTypeId === null ? [] : [[row.deviceTypeId, row.deviceType]])));
  return facePictures(database, [...types.keys()]).map(({ id, deviceTypeId, face }) => {
    return { deviceType: texts.indexOf(types.get(deviceTypeId) ?? null), face, id };
  });
}

function hallRack({ rack, space, devices }: LoadedRack, place: ScopedRack): HallRack {
  const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0);
  return {
    ...place,
    name: rack.name,
    ordinal: rack.ordinal,
    heightU: rack.heightU,
    numbering: rack.numbering,
    startUnit: rack.startUnit,
    widthInches: space.widthInches,
    status: rack.status,
    role: rack.role,
    capacityWatts: sum(rack.feeds.map(feedCapacityWatts)),
    loadWatts: sum(devices.map(({ powerWatts }) => powerWatts ?? 0)),
    weightGrams: sum(devices.map(({ weightGrams }) => weightGrams ?? 0)),
    maximumWeightGrams: rack.maximumWeightGrams,
  };
}

function emptyColumns(): HallDevices {
  return {
    id: [],
    name: [],
    rack: [],
    positionHalfU: [],
    heightHalfU: [],
    face: [],
    side: [],
    widthParts: [],
    widthOffset: [],
    widthSpan: [],
    compute: [],
    type: [],
    state: [],
    role: [],
    owner: [],
    deviceType: [],
    utilisation: [],
    powerWatts: [],
    lastAuditedDay: [],
    warrantyEndDay: [],
  };
}

function append(
  columns: HallDevices,
  rack: number,
  { row, device }: LoadedMachine,
  warranty: string | undefined,
  texts: Texts,
): void {
  const share = utilisation(row);
  columns.id.push(row.id);
  columns.name.push(device.name);
  columns.rack.push(rack);
  columns.positionHalfU.push(device.positionHalfU ?? NONE);
  columns.heightHalfU.push(device.heightHalfU);
  columns.face.push(FACES[device.face]);
  columns.side.push(row.side === null ? 0 : SIDES[row.side]);
  columns.widthParts.push(row.widthParts ?? 1);
  columns.widthOffset.push(row.widthOffset ?? 0);
  columns.widthSpan.push(row.widthSpan ?? 1);
  columns.compute.push(row.noun === 'compute' ? 1 : 0);
  columns.type.push(texts.indexOf(row.type));
  columns.state.push(texts.indexOf(row.state));
  columns.role.push(texts.indexOf(row.role));
  columns.owner.push(texts.indexOf(row.owner));
  columns.deviceType.push(texts.indexOf(row.deviceType));
  columns.utilisation.push(share === null ? NONE : Math.round(share * 100));
  columns.powerWatts.push(device.powerWatts ?? NONE);
  columns.lastAuditedDay.push(dayOf(row.lastAudited));
  columns.warrantyEndDay.push(dayOf(warranty ?? row.contractEnd));
}
