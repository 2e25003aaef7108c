import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { ImportReport } from '../../../shared/contract/import.ts';
import type { Slot } from '../../../shared/domain/slot.ts';
import { slotsOfDeviceType } from '../../../shared/rules/device-slots.ts';
import { slotRangeText } from '../../../shared/rules/slot-range-text.ts';
import type { TestClient } from '../../testing/hardware.ts';
import { TemporaryWorkspace } from '../../testing/temporary-workspace.ts';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';

const DATA = process.env['RACKWRIGHT_DATA'] ?? join(import.meta.dirname, '../../../../shared/data');
const FOLDERS = ['device-types', 'module-types'].map((folder) => join(DATA, '1-device-types', folder));

/** Makers whose types are computers: servers, storage servers, small ones. */
const COMPUTER_MAKERS = new Set(
  'Supermicro,Lenovo,Fujitsu,IBM,Inspur,Intel,QCT,Thomas-Krenn,Xfusion,Synology,QNAP,QSAN,DEPO,Datto,Minisforum,Nvidia,Apple,NEC,Neousys,Qotom,DataDirect Networks'.split(
    ',',
  ),
);

const SERVER_MAKERS = new Set(['Dell', 'HPE', 'Cisco', 'Huawei']);

/** Makers of switches too: their lines of servers. */
const SERVER_LINES = /PowerEdge|ProLiant|Apollo|Synergy|UCS|2288H|R\d{3}\b/i;

/** What a library type does not say of a server: sockets, DIMM slots, drive bays. */
function innerSlots(index: number): Slot[] {
  const dimms = 8 + (index % 3) * 8;
  return [
    ...['CPU1', 'CPU2'].map((name) => ({ name, kind: 'cpu' as const })),
    ...Array.from({ length: dimms }, (_, dimm) => ({ name: `DIMM${dimm + 1}`, kind: 'dimm' as const })),
    ...Array.from({ length: 4 }, (_, bay) => ({ name: `Bay ${bay}`, kind: 'bay' as const })),
    { name: 'PSU1', kind: 'psu' as const },
    { name: 'PSU2', kind: 'psu' as const },
  ];
}

const FITTED = {
  cpu: 'Any CPU',
  dimm: 'Any DIMM',
  bay: 'Any disk',
  psu: 'Any PSU',
  pcie: 'Any NIC',
  ocp: 'Any NIC',
  m2: 'Any disk',
} as const;

let client: TestClient;
let report: ImportReport;

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'rackwright-test-'));
  const workspace = new TemporaryWorkspace(folder);
  ({ client } = workspace);
  for await (const event of await client.import.deviceTypes({ paths: FOLDERS }))
    if (event.kind === 'report') ({ report } = event);
  const parts = [
    { type: 'cpu', model: 'CPU', specs: { cores: 16, threads: 32 } },
    { type: 'ram', model: 'DIMM', specs: { capacity_gb: 32 } },
    { type: 'storage', model: 'disk', specs: { capacity_gb: 1000, type: 'nvme' } },
    { type: 'psu', model: 'PSU', specs: { watts: 800 } },
    { type: 'nic', model: 'NIC', specs: { ports: 2, speed_gbps: 25 } },
  ] as const;
  for (const record of parts) await client.component.create({ record: { manufacturer: 'Any', ...record } });
  return async () => {
    await workspace.session.close();
    rmSync(folder, { recursive: true, force: true });
  };
});

test('every device type and module type of the library is imported', () => {
  expect(report.refused).toEqual([]);
  expect(report.byNoun).toMatchObject({ deviceType: { created: 2669 }, component: { created: 880 } });
});

async function serverTypes() {
  const { items } = await client.deviceType.list({ limit: 1000 });
  const all = [...items];
  for (let { cursor } = await client.deviceType.list({ limit: 1000 }); cursor !== null;) {
    const page = await client.deviceType.list({ limit: 1000, cursor });
    all.push(...page.items);
    ({ cursor } = page);
  }
  return all
    .map(({ record }) => record)
    .filter(
      ({ manufacturer, model }) =>
        COMPUTER_MAKERS.has(manufacturer) || (SERVER_MAKERS.has(manufacturer) && SERVER_LINES.test(model)),
    );
}

/** The lines that fill every slot which one of our parts fits; a line per kind. */
function buildFor(slots: readonly Slot[]) {
  const kinds = Map.groupBy(slots, ({ kind }) => kind);
  return [...kinds].flatMap(([kind, own]) =>
    kind === 'other'
      ? []
      : [{ componentId: FITTED[kind], quantity: own.length, slot: slotRangeText(own.map(({ name }) => name)) }],
  );
}

describe('200 real server models with their slots filled', () => {
  test('each takes its parts, has no problem, and adds up', async () => {
    const types = (await serverTypes()).slice(0, 200);
    expect(types).toHaveLength(200);
    let derivedSlots = 0;
    for (const [index, type] of types.entries()) {
      const declared = innerSlots(index);
      const slots = slotsOfDeviceType({ slots: declared, templates: type.templates });
      derivedSlots += slots.length - declared.length;
      const { version } = await client.deviceType.get({ ref: type.id });
      const build = buildFor(slots);
      await client.deviceType.update({ ref: type.id, version, patch: { slots: declared, build } });
      const { rows } = await client.intake.apply({ deviceType: type.id, namesPattern: `server-${index}`, count: 1 });
      const map = await client.componentAssignment.slotMap({ compute: `server-${index}` });
      expect([type.model, map.problems]).toEqual([type.model, []]);
      expect(map.slots.filter(({ kind, assignmentId }) => kind !== 'other' && assignmentId === null)).toEqual([]);
      const dimms = 8 + (index % 3) * 8;
      const disks = slots.filter(({ kind }) => kind === 'bay' || kind === 'm2').length;
      const { total, psuWatts } = await client.compute.capacity({ ref: `server-${index}` });
      // 2 sockets × 16 cores, 32 GB a DIMM, 1,000 GB a disk, 800 W a supply.
      expect(total).toMatchObject({ cores: 2 * 16, memory: dimms * 32 * 1024, nvme: disks * 1000 });
      expect(psuWatts).toBe(slots.filter(({ kind }) => kind === 'psu').length * 800);
      expect(rows[0]?.parts).toBe(build.reduce((sum, { quantity }) => sum + quantity, 0));
    }
    expect(derivedSlots).toBeGreaterThan(100);
  });
});
