import type { DataRow, NetBoxData } from './netbox-data-rows.ts';
import { notesOf, tagsByRow, type Ids } from './netbox-data-places.ts';
import type { ImportSink } from './netbox-data-sink.ts';

/** What a role or model is called, and the kind of equipment it is. The first that matches decides. */
const KINDS: readonly (readonly [pattern: RegExp, type: string])[] = [
  [/patch|panel/, 'patch-panel'],
  [/pdu|power distribution|power strip/, 'pdu'],
  [/\bups\b/, 'ups'],
  [/console|terminal server/, 'console-server'],
  [/firewall/, 'firewall'],
  [/load.?balanc/, 'load-balancer'],
  [/router|gateway/, 'router'],
  [/switch|leaf|spine/, 'switch'],
  [/\bkvm\b/, 'kvm'],
  [/chassis|enclosure/, 'chassis'],
  [/storage|disk shelf|jbod/, 'storage-shelf'],
  [/blank/, 'blank'],
  [/shelf|tray/, 'shelf'],
  [/cable (manage|organi)/, 'cable-manager'],
];

const COMPUTE = /server|compute|hypervisor|node|\bhost\b|blade/;

const EQUIPMENT_STATES: Readonly<Record<string, string>> = {
  planned: 'planned',
  staged: 'planned',
  offline: 'inactive',
  inventory: 'inactive',
  decommissioning: 'inactive',
  failed: 'failed',
};

const COMPUTE_STATES: Readonly<Record<string, string>> = {
  planned: 'inactive',
  staged: 'inactive',
  offline: 'inactive',
  inventory: 'inactive',
  decommissioning: 'inactive',
  failed: 'maintenance',
};

export interface ImportedDevice {
  readonly id: string;
  readonly name: string;
}

/** The devices made, by primary key of NetBox. */
export type Devices = Map<number, ImportedDevice>;

/** `compute`, or the kind of equipment that the role and the type say. */
function kindOf(data: NetBoxData, row: DataRow, type: DataRow | undefined): string {
  if (type?.text('subdevice_role') === 'parent') return 'chassis';
  const role = (
    data.nameOf('dcim.devicerole', row, 'role') ??
    data.nameOf('dcim.devicerole', row, 'device_role') ??
    ''
  ).toLowerCase();
  const byRole = KINDS.find(([pattern]) => pattern.test(role))?.[1];
  if (byRole) return byRole;
  if (COMPUTE.test(role)) return 'compute';
  const model = (type?.text('model') ?? '').toLowerCase();
  return KINDS.find(([pattern]) => pattern.test(model))?.[1] ?? 'appliance';
}

function draftOf(data: NetBoxData, row: DataRow, types: Ids) {
  const type = data.referenced('dcim.devicetype', row, 'device_type');
  const kind = kindOf(data, row, type);
  const name = row.text('name', 128);
  const status = row.text('status') ?? '';
  const common = {
    role: data.nameOf('dcim.devicerole', row, 'role')?.slice(0, 100) ?? null,
    owner: data.nameOf('tenancy.tenant', row, 'tenant')?.slice(0, 100) ?? null,
    deviceTypeId: types.get(row.whole('device_type') ?? 0) ?? null,
    serial: row.text('serial', 128),
    assetTag: row.text('asset_tag', 128),
    notes: notesOf(row),
  };
  const called = name ?? type?.text('model') ?? 'device';
  if (kind !== 'compute')
    return {
      noun: 'equipment' as const,
      called,
      draft: { ...common, name, type: kind, state: EQUIPMENT_STATES[status] ?? 'active' },
    };
  const draft = { ...common, name: called, type: 'baremetal', state: COMPUTE_STATES[status] ?? 'active' };
  return { noun: 'compute' as const, called, draft };
}

/** Devices as computes and equipment. Equipment may stay unnamed; a compute without a name is called by its model. */
export function writeDevices(data: NetBoxData, sink: ImportSink, types: Ids, racks: Ids): Devices {
  const devices: Devices = new Map();
  const tags = tagsByRow(data, 'dcim.device');
  for (const row of data.of('dcim.device').values()) {
    const { noun, called, draft } = draftOf(data, row, types);
    const place = placeOf(data, row, racks);
    const same = draft.name === null && place !== null ? sink.unnamedAt(place, draft.deviceTypeId) : null;
    const id = same ?? sink.named(noun, draft, tags.get(row.pk));
    if (id === null) continue;
    if (same !== null) sink.unchanged(noun);
    devices.set(row.pk, { id, name: called });
  }
  return devices;
}

export interface ImportedPlace {
  readonly rackId: string;
  readonly positionHalfU: number;
  readonly heightHalfU: number;
  readonly face: 'front' | 'rear' | 'both';
}

/** NetBox counts units as the rack is numbered; ours are half units from the floor. Null: not in the units of a rack. */
function placeOf(data: NetBoxData, row: DataRow, racks: Ids): ImportedPlace | null {
  const rackPk = row.whole('rack');
  const rack = rackPk === null ? undefined : data.of('dcim.rack').get(rackPk);
  const rackId = racks.get(rackPk ?? 0);
  const position = row.number('position');
  if (!rack || rackId === undefined || position === null) return null;
  const type = data.referenced('dcim.devicetype', row, 'device_type');
  const heightHalfU = Math.round((type?.number('u_height') ?? 1) * 2);
  const fromLowest = Math.round((position - (rack.whole('starting_unit') ?? 1)) * 2);
  const fromFloor = rack.flag('desc_units')
    ? (rack.whole('u_height') ?? 42) * 2 - fromLowest - heightHalfU
    : fromLowest;
  const face = type?.flag('is_full_depth') === false ? (row.text('face') === 'rear' ? 'rear' : 'front') : 'both';
  return { rackId, positionHalfU: fromFloor, heightHalfU, face };
}

/** Places in racks and bays; what overlaps is left without a place and named with its occupant. */
export function writePlacements(data: NetBoxData, sink: ImportSink, devices: Devices, racks: Ids): void {
  const bays = new Map<number, DataRow>();
  for (const bay of data.of('dcim.devicebay').values()) {
    const installed = bay.whole('installed_device');
    if (installed !== null) bays.set(installed, bay);
  }
  for (const row of data.of('dcim.device').values()) {
    const device = devices.get(row.pk);
    if (!device || sink.isPlaced(device.id)) continue;
    const bay = bays.get(row.pk);
    const parent = bay ? devices.get(bay.whole('device') ?? 0) : undefined;
    const place = parent ? { parentId: parent.id, bay: bay?.text('name', 100) ?? null } : placeOf(data, row, racks);
    const side = row.whole('rack') !== null && !place ? sideOf(row, racks) : null;
    const draft = place ?? side;
    if (draft) sink.judged('placement', { objectId: device.id, ...draft }, device.name);
  }
}

/** A device of a rack without a position: 0U on a side. NetBox does not say which. */
function sideOf(row: DataRow, racks: Ids) {
  const rackId = racks.get(row.whole('rack') ?? 0);
  return rackId === undefined
    ? null
    : {
        rackId,
        positionHalfU: null,
        heightHalfU: 0,
        side: row.text('face') === 'rear' ? 'right' : 'left',
        face: 'both',
      };
}

/** Reserved units, as runs of adjoining ones; held for the tenant, else for the user who asked for them. */
export function writeReservations(data: NetBoxData, sink: ImportSink, racks: Ids): void {
  for (const row of data.of('dcim.rackreservation').values()) {
    const rack = data.referenced('dcim.rack', row, 'rack');
    const rackId = racks.get(row.whole('rack') ?? 0);
    if (!rack || rackId === undefined) continue;
    const heightU = rack.whole('u_height') ?? 42;
    const start = rack.whole('starting_unit') ?? 1;
    const units = row.list('units').filter((unit): unit is number => typeof unit === 'number');
    const user = row.list('user')[0];
    const reservedFor = data.nameOf('tenancy.tenant', row, 'tenant') ?? (typeof user === 'string' ? user : 'somebody');
    for (const { first, count } of runsOf(units)) {
      const fromLowest = (first - start) * 2;
      const positionHalfU = rack.flag('desc_units') ? heightU * 2 - fromLowest - count * 2 : fromLowest;
      const draft = { rackId, positionHalfU, heightHalfU: count * 2, face: 'both', reservedFor, notes: notesOf(row) };
      if (sink.keyOf('rackReservation', draft) === null)
        sink.judged('rackReservation', draft, `reservation in ${rack.text('name') ?? 'a rack'}`);
      else sink.unchanged('rackReservation');
    }
  }
}

function runsOf(units: readonly number[]): { first: number; count: number }[] {
  const runs: { first: number; count: number }[] = [];
  for (const unit of [...new Set(units)].toSorted((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last && last.first + last.count === unit) last.count += 1;
    else runs.push({ first: unit, count: 1 });
  }
  return runs;
}
