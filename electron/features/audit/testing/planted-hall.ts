import type { TemporaryWorkspace } from '../../../testing/temporary-workspace.ts';

type Client = TemporaryWorkspace['client'];

/** A thing that stands in a hall, with the text on it that a scanner reads. */
export interface Thing {
  readonly rack: string;
  /** The unit it starts at. */
  readonly unit: number;
  readonly label: string;
}

const RACKS = 10;
const DEVICES_PER_RACK = 20;

/** Device n of the hall stands in rack n / 20, two units high, the units from 21 on left free. */
export function recordedAs(index: number): Thing {
  const rack = `A${1 + Math.floor(index / DEVICES_PER_RACK)}`;
  return { rack, unit: 1 + 2 * (index % DEVICES_PER_RACK), label: `SERIAL-${1000 + index}` };
}

/** 200 computes of 2U in ten racks of 52 units, every one where it is recorded. */
export async function plantHall(client: Client, devices = RACKS * DEVICES_PER_RACK): Promise<Thing[]> {
  await client.site.create({ record: { name: 'fra1' } });
  await client.room.create({ record: { name: 'Hall 1', siteId: 'fra1' } });
  const things = Array.from({ length: devices }, (_, index) => recordedAs(index));
  for (const name of new Set(things.map(({ rack }) => rack)))
    await client.rack.create({ record: { name, roomId: 'Hall 1', heightU: 52 } });
  await client.deviceType.create({ record: { manufacturer: 'Acme', model: 'Server 2U', heightHalfU: 4 } });
  for (const [index, { rack, unit, label }] of things.entries()) {
    const name = `node-${String(index).padStart(3, '0')}`;
    const record = { name, serial: label, assetTag: `TAG-${index}`, deviceTypeId: 'Acme Server 2U' };
    await client.compute.create({ record });
    await client.rack.mount({ device: name, rack, positionHalfU: (unit - 1) * 2 });
  }
  return things;
}

/** What a scanner types on a walk past everything that stands there: the rack's label, then unit and label of each thing. */
export function scansOf(things: readonly Thing[]): string {
  const byRack = Map.groupBy(things, ({ rack }) => rack);
  return [...byRack]
    .flatMap(([rack, inside]) => [rack, ...inside.flatMap(({ unit, label }) => [`U${unit}`, label])])
    .join('\n');
}

/** Walks past everything and ends every rack. */
export async function walkPast(client: Client, session: string, things: readonly Thing[]): Promise<void> {
  await client.audit.scanMany({ session, text: scansOf(things), source: 'scanner' });
  const { racks } = await client.audit.walk({ session });
  for (const { id } of racks) await client.audit.finishRack({ session, rack: id });
}
