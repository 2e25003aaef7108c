import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Elevation } from '../../../shared/contract/rack.ts';
import type { NetBoxDataReport } from '../../../shared/contract/netbox-data.ts';
import { elevation } from '../../../shared/rules/elevation-geometry.ts';
import type { ElevationCell } from '../../../shared/rules/elevation-model.ts';
import { runScript } from '../../testing/child-process.ts';
import { temporaryWorkspace, type TemporaryWorkspace } from '../../testing/temporary-workspace.ts';

const DATA = process.env['RACKWRIGHT_DATA'] ?? join(import.meta.dirname, '../../../../shared/data');
const FILE = join(DATA, '4-inventory-sets/netbox-demo-data/netbox-demo-data/netbox-demo-v3.6.json');

type Client = TemporaryWorkspace['client'];
type Input = Parameters<Client['import']['netboxData']>[0];

async function imported(client: Client, rest: Partial<Input> = {}): Promise<NetBoxDataReport> {
  let report: NetBoxDataReport | null = null;
  for await (const event of await client.import.netboxData({ path: FILE, ...rest }))
    if (event.kind === 'report') ({ report } = event);
  if (!report) throw new Error('The import ended without a report.');
  return report;
}

async function countsOf(client: Client): Promise<Record<string, number>> {
  const { counts } = await client.workspace.info();
  return Object.fromEntries(Object.entries(counts).filter(([noun, count]) => count > 0 && noun !== 'setting'));
}

/** 24 sites, 42 racks, 72 devices and 108 cables in the file; 17 sites have racks, 3 of the 4 rows do. */
const EXPECTED = {
  site: 24,
  room: 17,
  row: 3,
  rack: 42,
  deviceType: 14,
  equipment: 72,
  placement: 72,
  rackReservation: 2,
  // 1586 interfaces, 41 console, 75 power, 104 outlets, 630 rear, 912 front, and 32 circuits that end at a site.
  port: 3348 + 32,
  cable: 108,
};

test('the demo data set imports whole, and undo takes all of it back', async () => {
  const { client } = temporaryWorkspace();
  const report = await imported(client);
  expect(report.findings.filter(({ noun }) => noun !== 'equipment')).toEqual([]);
  expect(await countsOf(client)).toMatchObject(EXPECTED);

  const unnamed = (await client.equipment.list({ limit: 1000 })).items.filter(({ record }) => record.name === null);
  expect(unnamed).toHaveLength(22);
  const racks = await client.rack.list({ limit: 1000 });
  expect(racks.items.filter(({ record }) => record.name === 'Comms closet')).toHaveLength(13);
  expect(report.findings.map(({ name }) => name).toSorted()).toEqual(['PP:MDF (2)', 'PP:MDF (3)']);

  await client.history.undo();
  expect(await countsOf(client)).toEqual({});
});

function overlapping(cells: readonly ElevationCell[]): string[] {
  const devices = cells.filter(({ state }) => state === 'occupied');
  return devices.flatMap((a, index) =>
    devices
      .slice(index + 1)
      .filter(
        (b) =>
          a.x < b.x + b.width - 0.01 &&
          b.x < a.x + a.width - 0.01 &&
          a.y < b.y + b.height - 0.01 &&
          b.y < a.y + a.height - 0.01,
      )
      .map((b) => `${a.deviceId} and ${b.deviceId}`),
  );
}

const SIZES = { unitHeight: 20, labelWidth: 24, sideWidth: 12, frame: 4 };

function drawn({ rack, mounted, reservations }: Elevation, face: 'front' | 'rear') {
  const { widthInches, depthMm, maximumWeightGrams, ...rest } = rack;
  const space = { ...rest, widthInches: Number(widthInches), depthMm, maximumWeightGrams, reservations };
  return elevation({ rack: space, mounted, face, sizes: SIZES });
}

test('every rack is drawn without overlap, and every device is drawn', async () => {
  const { client } = temporaryWorkspace();
  await imported(client);
  const seen = new Set<string>();
  for (const { record } of (await client.rack.list({ limit: 1000 })).items) {
    const answer = await client.rack.elevation({ ref: record.id });
    expect(answer.misfits).toEqual([]);
    for (const face of ['front', 'rear'] as const) {
      const { cells } = drawn(answer, face);
      expect(overlapping(cells)).toEqual([]);
      for (const { deviceId, state } of cells) if (deviceId && state === 'occupied') seen.add(deviceId);
    }
  }
  expect(seen.size).toBe(72);
});

test('a dry run says the same and writes nothing', async () => {
  const { client } = temporaryWorkspace();
  const preview = await imported(client, { dryRun: true });
  expect(await countsOf(client)).toEqual({});
  expect(preview.groupId).toBeNull();
  const { groupId, ...done } = await imported(client);
  expect(groupId).not.toBeNull();
  expect({ ...preview, groupId: undefined }).toEqual({ ...done, groupId: undefined });
});

test('imported again: skipping changes nothing, a suffix makes a second estate', async () => {
  const { client } = temporaryWorkspace();
  await imported(client);
  const again = await imported(client, { clash: 'skip' });
  const changed = Object.values(again.byNoun).reduce((sum, { created, updated }) => sum + created + updated, 0);
  expect([changed, again.groupId]).toEqual([0, null]);
  expect(await countsOf(client)).toMatchObject(EXPECTED);
  await imported(client, { clash: 'suffix' });
  expect(await countsOf(client)).toMatchObject({ site: 48, rack: 84, equipment: 144, cable: 216, deviceType: 14 });
});

test('a trace from a router goes over the circuit of its carrier', async () => {
  const { client } = temporaryWorkspace();
  await imported(client);
  const trace = await client.cable.trace({ port: { device: 'dmi01-akron-rtr01', name: 'GigabitEthernet0/0/0' } });
  expect(trace.steps.map(({ kind }) => kind)).toEqual(['interface', 'circuit-termination']);
  expect(trace.complete).toBe(true);
});

test('import PATH on the command line knows a data set by its contents', async () => {
  const { file, session } = temporaryWorkspace();
  await session.close();
  const run = await runScript('electron/engine/cli.ts', ['import', FILE, '--workspace', file, '--json']);
  expect((JSON.parse(run.stdout) as NetBoxDataReport).byNoun['cable']).toEqual({
    created: 108,
    updated: 0,
    unchanged: 0,
  });
});
