import type { Port } from '../../../shared/domain/port.ts';
import { definitionOf } from '../../../shared/domain/nouns.ts';
import { newId } from '../../db/identifier.ts';
import type { WriteContext } from '../../db/write-context.ts';
import { racksWithDevices } from '../placement/service.ts';
import { instantiatePorts, portsOfObjects } from '../port/service.ts';

/** Every so many servers one is corded as it should not be, for the redundancy check to find. */
const BOTH_ON_A_EVERY = 9;
const ONE_CORD_EVERY = 13;

type Machine = ReturnType<typeof racksWithDevices>[number]['machines'][number];

class Cabling {
  readonly #context: WriteContext;
  readonly #free = new Map<string, Port[]>();

  constructor(context: WriteContext) {
    this.#context = context;
  }

  /** The ports of devices, racks and sites that no cable of the sample is in yet. */
  add(objectIds: readonly string[]): void {
    for (const port of portsOfObjects(this.#context.database, objectIds)) {
      const list = this.#free.get(port.objectId) ?? [];
      list.push(port);
      this.#free.set(port.objectId, list);
    }
  }

  /** The first free port of an object that serves, taken. */
  take(objectId: string, serves: (port: Port) => boolean): Port | undefined {
    const list = this.#free.get(objectId) ?? [];
    const index = list.findIndex(serves);
    return index < 0 ? undefined : list.splice(index, 1)[0];
  }

  join(a: Port | undefined, b: Port | undefined, type: string, colour: string, lengthMm: number): void {
    if (!a || !b) return;
    this.#context.insert(definitionOf('cable'), {
      id: newId(),
      aPortId: a.id,
      bPortId: b.id,
      type,
      colour,
      lengthMm,
      label: null,
      status: 'connected',
      notes: null,
    });
  }
}

function isInlet({ kind }: Port): boolean {
  return kind === 'power-port';
}

function isData({ kind, managementOnly }: Port): boolean {
  return kind === 'interface' && !managementOnly;
}

function outletFor(inlet: Port | undefined) {
  const socket = inlet?.type === 'iec-60320-c20' ? 'iec-60320-c19' : 'iec-60320-c13';
  return (port: Port) => port.kind === 'power-outlet' && port.type === socket;
}

/** Ports and cables of the racks that have a pair of PDUs: power from both, and one network cable to the top switch. */
export function writeSampleCables(context: WriteContext): void {
  const racks = context.database
    .prepare<[], string>(
      `SELECT placement.rack_id FROM placement JOIN equipment ON equipment.id = placement.object_id
       WHERE equipment.type = 'pdu' GROUP BY placement.rack_id HAVING count(*) = 2 ORDER BY placement.rack_id`,
    )
    .pluck()
    .all();
  for (const { rack, machines } of racksWithDevices(context.database, racks)) cableRack(context, rack.id, machines);
}

function cableRack(context: WriteContext, rackId: string, machines: readonly Machine[]): void {
  const typed = machines.filter(({ row }) => row.deviceTypeId !== null);
  const ids = [rackId, ...typed.map(({ row }) => row.id)];
  instantiatePorts(context, ids);
  const cabling = new Cabling(context);
  cabling.add(ids);
  const pdus = typed
    .filter(({ row }) => row.type === 'pdu')
    .toSorted((a, b) => (a.device.name < b.device.name ? -1 : 1));
  for (const [index, { row }] of pdus.entries()) {
    const feed = cabling.take(rackId, ({ name }) => name === ['A', 'B'][index]);
    cabling.join(cabling.take(row.id, isInlet), feed, 'power', 'black', 2500);
  }
  const [pduA, pduB] = pdus.map(({ row }) => row.id);
  const others = typed.filter(({ row }) => row.type !== 'pdu');
  const topSwitch = others.find(({ row }) => row.type === 'switch')?.row.id;
  for (const [index, { row }] of others.entries()) {
    const [first, second] = [cabling.take(row.id, isInlet), cabling.take(row.id, isInlet)];
    const wrong = index % BOTH_ON_A_EVERY === BOTH_ON_A_EVERY - 1;
    cabling.join(first, cabling.take(pduA ?? '', outletFor(first)), 'power', 'black', 1500);
    if (index % ONE_CORD_EVERY !== ONE_CORD_EVERY - 1)
      cabling.join(second, cabling.take((wrong ? pduA : pduB) ?? '', outletFor(second)), 'power', 'red', 1500);
    if (row.noun !== 'compute' || topSwitch === undefined) continue;
    const data = cabling.take(row.id, isData);
    if (data) cabling.join(data, cabling.take(topSwitch, isData), 'dac-passive', 'blue', 2000);
  }
}
