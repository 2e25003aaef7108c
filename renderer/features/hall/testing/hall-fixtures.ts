import type { Hall, HallDevices, HallRack } from '../../../../shared/contract/hall.ts';

export function aHallRack(change: Partial<HallRack> = {}): HallRack {
  return {
    id: 'r1',
    name: 'R1',
    siteId: 's1',
    site: 'fra1',
    roomId: 'h1',
    room: 'Hall 1',
    rowId: 'a',
    row: 'A',
    ordinal: 1,
    zone: null,
    heightU: 4,
    numbering: 'bottom',
    startUnit: 1,
    widthInches: 19,
    status: 'active',
    role: null,
    capacityWatts: 0,
    loadWatts: 0,
    weightGrams: 0,
    maximumWeightGrams: null,
    ...change,
  };
}

interface HallDevice {
  readonly id: string;
  readonly rack: number;
  readonly positionHalfU: number;
  readonly heightHalfU: number;
  readonly face: 0 | 1 | 2;
  readonly side: 0 | 1 | 2;
  readonly widthParts: number;
  readonly widthOffset: number;
}

const DEVICE: HallDevice = {
  id: 'd',
  rack: 0,
  positionHalfU: 0,
  heightHalfU: 2,
  face: 2,
  side: 0,
  widthParts: 1,
  widthOffset: 0,
};

/** A hall of computes of type and state 0 (`active`), in columns as the engine sends them. */
export function aHall(racks: readonly HallRack[], changes: readonly Partial<HallDevice>[]): Hall {
  const devices = changes.map((change) => ({ ...DEVICE, ...change }));
  const constant = (value: number) => devices.map(() => value);
  const columns: HallDevices = {
    id: devices.map(({ id }) => id),
    name: devices.map(({ id }) => id),
    rack: devices.map(({ rack }) => rack),
    positionHalfU: devices.map(({ positionHalfU }) => positionHalfU),
    heightHalfU: devices.map(({ heightHalfU }) => heightHalfU),
    face: devices.map(({ face }) => face),
    side: devices.map(({ side }) => side),
    widthParts: devices.map(({ widthParts }) => widthParts),
    widthOffset: devices.map(({ widthOffset }) => widthOffset),
    widthSpan: constant(1),
    compute: constant(1),
    type: constant(0),
    state: constant(0),
    role: constant(-1),
    owner: constant(-1),
    deviceType: constant(-1),
    utilisation: constant(-1),
    powerWatts: constant(-1),
    lastAuditedDay: constant(-1),
    warrantyEndDay: constant(-1),
  };
  return { racks: [...racks], devices: columns, texts: ['active'], pictures: [], reservations: [] };
}
