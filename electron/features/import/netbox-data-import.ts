import { setImmediate as nextTurn } from 'node:timers/promises';
import { fail } from '../../../shared/contract/failure.ts';
import type { Clash, NetBoxDataEvent, NetBoxDataReport } from '../../../shared/contract/netbox-data.ts';
import type { Session } from '../../session/session.ts';
import { readTextFile } from './file-text.ts';
import { writeDevices, writePlacements, writeReservations } from './netbox-data-devices.ts';
import { Locations, writeRacks, writeSites } from './netbox-data-places.ts';
import { writeCables, writeCircuits, writePorts, type Ports } from './netbox-data-ports.ts';
import { readNetBoxData, type NetBoxData } from './netbox-data-rows.ts';
import { ImportSink } from './netbox-data-sink.ts';
import { writeDeviceTypes } from './netbox-data-types.ts';

export interface NetBoxDataRequest {
  readonly path: string;
  readonly dryRun: boolean;
  readonly clash: Clash;
}

type Emit = (event: NetBoxDataEvent) => void;

const MAXIMUM_BYTES = 256_000_000;
const ROWS_PER_TURN = 200;

const PORT_TABLES = [
  'interface',
  'consoleport',
  'consoleserverport',
  'powerport',
  'poweroutlet',
  'rearport',
  'frontport',
];

/** Tables of dcim that the import reads; what else the file holds is counted in the report. */
const READ: ReadonlySet<string> = new Set([
  'site',
  'region',
  'location',
  'rack',
  'rackrole',
  'rackreservation',
  'powerfeed',
  'powerpanel',
  'manufacturer',
  'devicetype',
  'devicerole',
  'device',
  'devicebay',
  'modulebaytemplate',
  'devicebaytemplate',
  'cable',
  'cabletermination',
  ...PORT_TABLES,
  ...PORT_TABLES.map((name) => `${name}template`),
]);
/** Tables whose rows the progress counts. */
const COUNTED = ['site', 'rack', 'devicetype', 'device', ...PORT_TABLES, 'cable'];

const READ_ELSEWHERE: ReadonlySet<string> = new Set([
  'circuits.circuit',
  'circuits.circuittermination',
  'circuits.provider',
  'extras.tag',
  'extras.taggeditem',
  'tenancy.tenant',
  'ipam.vlan',
]);

/** Ends the transaction of a dry run: everything was written and is rolled back, so that the preview is exact. */
class DryRunDone extends Error {}

/** Imports a NetBox data set as one change group, or says exactly what an import would do. */
export async function importNetBoxData(
  session: Session,
  request: NetBoxDataRequest,
  emit: Emit,
  signal: AbortSignal,
): Promise<NetBoxDataEvent> {
  emit({ kind: 'progress', phase: 'reading', done: 0, total: 1 });
  const content = await readTextFile(request.path, MAXIMUM_BYTES);
  if (!content.ok) return fail('E_FORMAT', content.reason);
  const data = readNetBoxData(content.text);
  emit({ kind: 'progress', phase: 'reading', done: 1, total: 1 });
  let sink: ImportSink | null = null;
  let groupId: number | null = null;
  try {
    const { receipt } = await session.write({ kind: 'import', label: 'Import a NetBox data set' }, async (write) => {
      sink = await writeData(data, new ImportSink(write, session.rules, request.clash), emit, signal);
      if (request.dryRun) throw new DryRunDone();
    });
    ({ groupId } = receipt);
  } catch (error) {
    if (!(error instanceof DryRunDone)) throw error;
  }
  return { kind: 'report', report: reportOf(data, sink, groupId) };
}

function reportOf(data: NetBoxData, sink: ImportSink | null, groupId: number | null): NetBoxDataReport {
  const notImported = [...data.models]
    .filter(([model]) => !(model.startsWith('dcim.') && READ.has(model.slice(5))) && !READ_ELSEWHERE.has(model))
    .map(([model, rows]) => ({ model, rows: rows.size }));
  return { byNoun: sink?.byNoun ?? {}, findings: sink?.findings ?? [], notImported, groupId };
}

async function writeData(data: NetBoxData, sink: ImportSink, emit: Emit, signal: AbortSignal): Promise<ImportSink> {
  const total = COUNTED.reduce((sum, table) => sum + data.of(`dcim.${table}`).size, 0);
  const pace = new Pace(total, emit, signal);
  const sites = writeSites(data, sink);
  const racks = writeRacks(data, sink, new Locations(data, sink, sites));
  await pace.turn(sites.size + racks.size);
  const types = writeDeviceTypes(data, sink);
  const devices = writeDevices(data, sink, types, racks);
  await pace.turn(types.size + devices.size);
  writePlacements(data, sink, devices, racks);
  writeReservations(data, sink, racks);
  const ports: Ports = new Map();
  await pace.through(writePorts(data, sink, devices, ports));
  writeCircuits(data, sink, sites, ports);
  await pace.through(writeCables(data, sink, ports, racks));
  return sink;
}

/** Gives other queries their turn, tells of progress, and hears a cancel. */
class Pace {
  readonly #total: number;
  readonly #emit: Emit;
  readonly #signal: AbortSignal;
  #done = 0;

  constructor(total: number, emit: Emit, signal: AbortSignal) {
    this.#total = total;
    this.#emit = emit;
    this.#signal = signal;
  }

  async turn(rows: number): Promise<void> {
    this.#done = Math.min(this.#total, this.#done + rows);
    this.#emit({ kind: 'progress', phase: 'writing', done: this.#done, total: this.#total });
    await nextTurn();
    if (this.#signal.aborted) fail('E_CANCELLED', 'The import was cancelled; nothing was written.');
  }

  async through(steps: Generator<void>): Promise<void> {
    let waiting = 0;
    while (!steps.next().done) {
      waiting += 1;
      if (waiting < ROWS_PER_TURN) continue;
      await this.turn(waiting);
      waiting = 0;
    }
    await this.turn(waiting);
  }
}
