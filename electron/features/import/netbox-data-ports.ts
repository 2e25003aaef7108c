import type { PortKind } from '../../../shared/domain/port.ts';
import { CABLE_TYPES } from '../../../shared/domain/cable.ts';
import { millimetresOf, notesOf, type Ids } from './netbox-data-places.ts';
import type { Devices } from './netbox-data-devices.ts';
import type { DataRow, NetBoxData } from './netbox-data-rows.ts';
import type { ImportSink } from './netbox-data-sink.ts';

/** Ids of ports by the NetBox table and its primary key: `interface 12`. */
export type Ports = Map<string, string>;

interface PortTable {
  readonly model: string;
  readonly kind: PortKind;
}

/** In an order in which inner ports are made first. */
const TABLES: readonly PortTable[] = [
  { model: 'interface', kind: 'interface' },
  { model: 'consoleport', kind: 'console-port' },
  { model: 'consoleserverport', kind: 'console-server-port' },
  { model: 'powerport', kind: 'power-port' },
  { model: 'poweroutlet', kind: 'power-outlet' },
  { model: 'rearport', kind: 'rear-port' },
  { model: 'frontport', kind: 'front-port' },
];

const KBPS_PER_MBPS = 1000;

/** Counted per device from 1 as listed, management ports last. */
function numbered(rows: Iterable<DataRow>): Map<number, number> {
  const numbers = new Map<number, number>();
  const byDevice = Map.groupBy(rows, (row) => row.whole('device') ?? 0);
  for (const ports of byDevice.values()) {
    const data = ports.filter((row) => !row.flag('mgmt_only'));
    const management = ports.filter((row) => row.flag('mgmt_only'));
    for (const [index, row] of [...data, ...management].entries()) numbers.set(row.pk, index + 1);
  }
  return numbers;
}

function draftOf(data: NetBoxData, row: DataRow, kind: PortKind, ports: Ports): Record<string, unknown> {
  const vlan = data.referenced('ipam.vlan', row, 'untagged_vlan')?.whole('vid') ?? null;
  const speed = row.whole('speed');
  const leg = row.text('feed_leg');
  const inner =
    kind === 'front-port'
      ? `rearport ${row.whole('rear_port')}`
      : kind === 'power-outlet'
        ? `powerport ${row.whole('power_port')}`
        : '';
  const innerPortId = ports.get(inner) ?? null;
  return {
    kind,
    name: row.text('name'),
    label: row.text('label'),
    type: row.text('type', 100),
    mac: row.text('mac_address', 20),
    vlan,
    speedMbps: speed === null || speed < KBPS_PER_MBPS ? null : Math.round(speed / KBPS_PER_MBPS),
    managementOnly: row.flag('mgmt_only'),
    markConnected: row.flag('mark_connected'),
    maximumDrawWatts: row.whole('maximum_draw'),
    allocatedDrawWatts: row.whole('allocated_draw'),
    feedLeg: leg === 'A' || leg === 'B' || leg === 'C' ? leg : null,
    innerPortId,
    innerPosition: kind === 'front-port' && innerPortId !== null ? (row.whole('rear_port_position') ?? 1) : null,
    positions: row.whole('positions') ?? 1,
    notes: row.multiline('description'),
  };
}

/** Every port of the devices, one step for each, so that the import can be cancelled between them. */
export function* writePorts(data: NetBoxData, sink: ImportSink, devices: Devices, ports: Ports): Generator<void> {
  for (const { model, kind } of TABLES) {
    const rows = data.of(`dcim.${model}`);
    const numbers = numbered(rows.values());
    for (const row of rows.values()) {
      yield;
      const device = devices.get(row.whole('device') ?? 0);
      if (!device) continue;
      const draft = { ...draftOf(data, row, kind, ports), objectId: device.id, number: numbers.get(row.pk) ?? null };
      const id = sink.keyed('port', draft);
      if (id !== null) ports.set(`${model} ${row.pk}`, id);
    }
  }
}

/** Handovers of carriers, as ports of their sites. Those in a provider's own network have no site and are left out. */
export function writeCircuits(data: NetBoxData, sink: ImportSink, sites: Ids, ports: Ports): void {
  for (const row of data.of('circuits.circuittermination').values()) {
    const siteId = sites.get(row.whole('site') ?? 0);
    const circuit = data.referenced('circuits.circuit', row, 'circuit');
    if (siteId === undefined || !circuit) continue;
    const provider = data.nameOf('circuits.provider', circuit, 'provider');
    const name = [provider, circuit.text('cid'), row.text('term_side')].filter((part) => part !== null).join(' ');
    const id = sink.keyed('port', {
      objectId: siteId,
      kind: 'circuit-termination',
      name,
      notes: row.multiline('description'),
    });
    if (id !== null) ports.set(`circuittermination ${row.pk}`, id);
  }
}

/** The feed that a cable ends on, as a port of its rack. */
function feedPort(data: NetBoxData, sink: ImportSink, racks: Ids, pk: number): string | null {
  const feed = data.of('dcim.powerfeed').get(pk);
  const rackId = racks.get(feed?.whole('rack') ?? 0);
  if (!feed || rackId === undefined) return null;
  return sink.keyed('port', { objectId: rackId, kind: 'power-feed', name: feed.text('name', 16) });
}

interface Ends {
  readonly A: string[];
  readonly B: string[];
}

/** The ports at both ends of every cable, by the cable's primary key; texts that start with `?` are not known. */
function endsByCable(data: NetBoxData, sink: ImportSink, ports: Ports, racks: Ids): Map<number, Ends> {
  const found = new Map<number, Ends>();
  for (const row of data.of('dcim.cabletermination').values()) {
    const cable = row.whole('cable');
    const end = row.text('cable_end');
    const model = row.list('termination_type')[1];
    const pk = row.whole('termination_id');
    if (cable === null || pk === null || typeof model !== 'string' || (end !== 'A' && end !== 'B')) continue;
    const id = model === 'powerfeed' ? feedPort(data, sink, racks, pk) : ports.get(`${model} ${pk}`);
    const ends = found.get(cable) ?? { A: [], B: [] };
    ends[end].push(id ?? `? ${model} ${pk}`);
    found.set(cable, ends);
  }
  return found;
}

/** Cables; one that joins several ports at each end becomes as many cables as it has pairs. */
export function* writeCables(data: NetBoxData, sink: ImportSink, ports: Ports, racks: Ids): Generator<void> {
  const ends = endsByCable(data, sink, ports, racks);
  for (const row of data.of('dcim.cable').values()) {
    yield;
    const { A, B } = ends.get(row.pk) ?? { A: [], B: [] };
    const called = row.text('label') ?? `cable ${row.pk}`;
    if (A.length === 0 || A.length !== B.length) {
      sink.finding(
        'cable',
        called,
        `The cable has ${A.length} ends on one side and ${B.length} on the other; it was left out.`,
      );
      continue;
    }
    for (const [index, aPortId] of A.entries()) {
      const bPortId = B[index] ?? '';
      const unknown = [aPortId, bPortId].find((id) => id.startsWith('?'));
      if (unknown)
        sink.finding(
          'cable',
          called,
          `The end "${unknown.slice(2)}" of the cable was not imported; the cable was left out.`,
        );
      else writeCable(sink, row, called, aPortId, bPortId);
    }
  }
}

function writeCable(sink: ImportSink, row: DataRow, called: string, aPortId: string, bPortId: string): void {
  const colour = row.text('color');
  const status = row.text('status');
  const draft = {
    aPortId,
    bPortId,
    type: CABLE_TYPES.find(({ value }) => value === row.text('type'))?.value ?? null,
    colour: colour !== null && /^[0-9a-f]{6}$/i.test(colour) ? `#${colour.toLowerCase()}` : colour?.slice(0, 32),
    lengthMm: millimetresOf(row, 'length', 'length_unit'),
    label: row.text('label', 100),
    status: status === 'planned' || status === 'decommissioning' ? status : 'connected',
    notes: notesOf(row),
  };
  if (sink.keyOf('cable', draft) === null) sink.judged('cable', draft, called);
  else sink.unchanged('cable');
}
