import type { Hall, HallRack } from '../../../shared/contract/hall.ts';
import type { RackFace } from '../../../shared/rules/rack-model.ts';
import type { DeviceFact } from '../elevation/device-fact.ts';
import { hallLayout, UNIT, type HallLayout, type PlacedRack } from './hall-layout.ts';

/** The hall laid out: every device of one face as a rectangle in world units. */
export interface HallModel {
  readonly hall: Hall;
  readonly layout: HallLayout;
  readonly face: RackFace;
  /** Four numbers per device: x, y, width, height. Width 0: not seen on this face. */
  readonly boxes: Float32Array;
  /** Devices of rack i are `devicesByRack[starts[i]]` to `devicesByRack[starts[i + 1] − 1]`. */
  readonly devicesByRack: Int32Array;
  readonly starts: Int32Array;
  readonly rackById: ReadonlyMap<string, PlacedRack>;
  readonly facts: readonly DeviceFact[];
  /** Ids of the pictures that device types have from this face, by index into `texts`. */
  readonly pictures: ReadonlyMap<number, string>;
}

const HALF = UNIT / 2;
const FACE_SEEN: Readonly<Record<RackFace, number>> = { front: 0, rear: 1 };
const BOTH_FACES = 2;
const LEFT = 1;

/** Where the devices of each rack lie, in one list sorted by rack. */
function byRack(hall: Hall): { devicesByRack: Int32Array; starts: Int32Array } {
  const starts = new Int32Array(hall.racks.length + 1);
  for (const rack of hall.devices.rack) starts[rack + 1] = (starts[rack + 1] ?? 0) + 1;
  for (let rack = 0; rack < hall.racks.length; rack += 1)
    starts[rack + 1] = (starts[rack + 1] ?? 0) + (starts[rack] ?? 0);
  const next = starts.slice();
  const devicesByRack = new Int32Array(hall.devices.rack.length);
  for (const [device, rack] of hall.devices.rack.entries()) {
    const at = next[rack] ?? 0;
    devicesByRack[at] = device;
    next[rack] = at + 1;
  }
  return { devicesByRack, starts };
}

type Box = readonly [x: number, y: number, width: number, height: number];
const UNSEEN: Box = [0, 0, 0, 0];

function boxOf(hall: Hall, rack: PlacedRack, device: number, face: RackFace): Box {
  const { devices } = hall;
  const { opening } = rack;
  const seen = devices.face[device];
  const positionHalfU = devices.positionHalfU[device] ?? -1;
  if (positionHalfU < 0) {
    const atLeft = (devices.side[device] === LEFT) === (face === 'front');
    const x = atLeft ? rack.x : rack.x + rack.width - rack.sideWidth;
    return devices.side[device] ? [x, opening.y, rack.sideWidth - 1, opening.height] : UNSEEN;
  }
  if (seen !== BOTH_FACES && seen !== FACE_SEEN[face]) return UNSEEN;
  const heightHalfU = devices.heightHalfU[device] ?? 0;
  const part = opening.width / Math.max(1, devices.widthParts[device] ?? 1);
  const offset = (devices.widthOffset[device] ?? 0) * part;
  const width = (devices.widthSpan[device] ?? 1) * part;
  const x = face === 'front' ? opening.x + offset : opening.x + opening.width - offset - width;
  const y = opening.y + opening.height - (positionHalfU + heightHalfU) * HALF;
  return [x, y, width, heightHalfU * HALF];
}

function boxesOf(hall: Hall, layout: HallLayout, face: RackFace): Float32Array {
  const racks: (PlacedRack | undefined)[] = [];
  for (const rack of layout.racks) racks[rack.index] = rack;
  const boxes = new Float32Array(hall.devices.rack.length * 4);
  for (const [device, index] of hall.devices.rack.entries()) {
    const rack = racks[index];
    if (rack) boxes.set(boxOf(hall, rack, device, face), device * 4);
  }
  return boxes;
}

function factsOf({ devices, texts }: Hall): readonly DeviceFact[] {
  const text = (index: number | undefined) => (index === undefined ? null : (texts[index] ?? null));
  const known = (amount: number | undefined) => (amount === undefined || amount < 0 ? null : amount);
  return devices.id.map((id, device): DeviceFact => {
    const percent = known(devices.utilisation[device]);
    return {
      id,
      noun: devices.compute[device] ? 'compute' : 'equipment',
      name: devices.name[device] ?? '',
      type: text(devices.type[device]) ?? '',
      state: text(devices.state[device]) ?? '',
      model: text(devices.deviceType[device]),
      role: text(devices.role[device]),
      owner: text(devices.owner[device]),
      serial: null,
      assetTag: null,
      powerWatts: known(devices.powerWatts[device]),
      utilisation: percent === null ? null : percent / 100,
      warrantyEndDay: known(devices.warrantyEndDay[device]),
      lastAuditedDay: known(devices.lastAuditedDay[device]),
    };
  });
}

export function hallModel(hall: Hall, face: RackFace): HallModel {
  const layout = hallLayout(hall.racks);
  const rackById = new Map(layout.racks.map((rack) => [hall.racks[rack.index]?.id ?? '', rack]));
  return {
    hall,
    layout,
    face,
    boxes: boxesOf(hall, layout, face),
    ...byRack(hall),
    rackById,
    facts: factsOf(hall),
    pictures: new Map(hall.pictures.filter((one) => one.face === face).map(({ deviceType, id }) => [deviceType, id])),
  };
}

export interface HallHit {
  readonly rack: PlacedRack;
  /** Index of the device; null beside every device. */
  readonly device: number | null;
}

export function devicesOf(model: HallModel, rack: number): Int32Array {
  return model.devicesByRack.subarray(model.starts[rack], model.starts[rack + 1]);
}

/** What lies at a place of the world; null outside every rack. */
export function hallHit(model: HallModel, x: number, y: number): HallHit | null {
  const rack = model.layout.racks.find(
    (candidate) =>
      x >= candidate.x && x < candidate.x + candidate.width && y >= candidate.y && y < candidate.y + candidate.height,
  );
  if (!rack) return null;
  const { boxes } = model;
  const device = devicesOf(model, rack.index).findLast((index) => {
    const [left = 0, top = 0, width = 0, height = 0] = boxes.subarray(index * 4, index * 4 + 4);
    return x >= left && x < left + width && y >= top && y < top + height;
  });
  return { rack, device: device ?? null };
}

/** Half units taken on the front, the rear or both, no half unit counted twice. */
export function usedHalfU(model: HallModel, rack: number): number {
  const { devices, racks } = model.hall;
  const taken = new Uint8Array((racks[rack]?.heightU ?? 0) * 2);
  for (const device of devicesOf(model, rack)) {
    const from = devices.positionHalfU[device] ?? -1;
    if (from >= 0) taken.fill(1, from, from + (devices.heightHalfU[device] ?? 0));
  }
  return taken.reduce((sum, row) => sum + row, 0);
}

export function rackOf(model: HallModel, index: number): HallRack | undefined {
  return model.hall.racks[index];
}
