import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { NetBoxDataReport } from '../../../shared/contract/netbox-data.ts';
import { refusalOf } from '../../testing/failures.ts';
import { temporaryFolder } from '../../testing/temporary-folder.ts';
import { temporaryWorkspace, type TemporaryWorkspace } from '../../testing/temporary-workspace.ts';

interface Row {
  readonly model: string;
  readonly pk: number;
  readonly fields: Readonly<Record<string, unknown>>;
}

function row(model: string, pk: number, fields: Row['fields']): Row {
  return { model, pk, fields };
}

/** A site with one rack of 10 U and a device type of 2 U. */
const PLACES: readonly Row[] = [
  row('dcim.site', 1, { name: 'Berlin', time_zone: 'Europe/Berlin' }),
  row('dcim.rack', 1, { name: 'R1', site: 1, location: null, u_height: 10, width: 19, desc_units: false }),
  row('dcim.manufacturer', 1, { name: 'Acme' }),
  row('dcim.devicetype', 1, { manufacturer: 1, model: 'Box', u_height: '2.0', is_full_depth: true }),
  row('dcim.devicerole', 1, { name: 'Firewall' }),
  row('dcim.devicerole', 2, { name: 'Web server' }),
];

function device(pk: number, name: string | null, position: string | null, rest: Row['fields'] = {}): Row {
  const place = { site: 1, rack: position === null ? null : 1, position, face: 'front' };
  return row('dcim.device', pk, { name, device_type: 1, role: 1, status: 'active', ...place, ...rest });
}

function fileOf(rows: unknown): string {
  const file = join(temporaryFolder(), 'data.json');
  writeFileSync(file, typeof rows === 'string' ? rows : JSON.stringify(rows));
  return file;
}

async function imported({ client }: TemporaryWorkspace, rows: unknown): Promise<NetBoxDataReport> {
  let report: NetBoxDataReport | null = null;
  for await (const event of await client.import.netboxData({ path: fileOf(rows) }))
    if (event.kind === 'report') ({ report } = event);
  if (!report) throw new Error('The import ended without a report.');
  return report;
}

test('a device that overlaps is imported without a place, and the occupant is named', async () => {
  const workspace = temporaryWorkspace();
  const { byNoun, findings } = await imported(workspace, [
    ...PLACES,
    device(1, 'fw-01', '3.0'),
    device(2, 'fw-02', '4.0'),
  ]);
  expect(byNoun['equipment']).toEqual({ created: 2, updated: 0, unchanged: 0 });
  expect(byNoun['placement']).toEqual({ created: 1, updated: 0, unchanged: 0 });
  expect(findings.map(({ noun, name }) => [noun, name])).toEqual([['placement', 'fw-02']]);
  expect(findings[0]?.message).toContain('taken by fw-01 (U3–U4, front and rear)');
  const { devices } = await workspace.client.rack.unplaced({});
  expect(devices.map(({ name }) => name)).toEqual(['fw-02']);
});

test('roles tell computes from equipment; an unnamed compute is called by its model', async () => {
  const workspace = temporaryWorkspace();
  const rows = [device(1, null, '1.0'), device(2, 'web-01', '3.0', { role: 2 }), device(3, null, '5.0', { role: 2 })];
  await imported(workspace, [...PLACES, ...rows]);
  const { mounted } = await workspace.client.rack.elevation({ ref: 'R1' });
  expect(mounted.map(({ noun, name, named }) => [noun, name, named])).toEqual([
    ['equipment', 'Firewall @ U1', false],
    ['compute', 'web-01', true],
    ['compute', 'Box', true],
  ]);
});

test('a rack numbered from the top puts U1 at the top', async () => {
  const workspace = temporaryWorkspace();
  const top = PLACES.map((entry) =>
    entry.model === 'dcim.rack' ? { ...entry, fields: { ...entry.fields, desc_units: true } } : entry,
  );
  await imported(workspace, [...top, device(1, 'fw-01', '1.0')]);
  const { mounted } = await workspace.client.rack.elevation({ ref: 'R1' });
  // 20 half units, less the 4 that it is high.
  expect(mounted.map(({ positionHalfU }) => positionHalfU)).toEqual([16]);
});

test('a cable whose end was not imported is left out and said', async () => {
  const workspace = temporaryWorkspace();
  const { findings } = await imported(workspace, [
    ...PLACES,
    device(1, 'fw-01', '3.0'),
    row('dcim.interface', 7, { device: 1, name: 'eth0', type: '1000base-t' }),
    row('dcim.cable', 5, { label: 'C-5', length: '2.50', length_unit: 'm' }),
    row('dcim.cabletermination', 1, {
      cable: 5,
      cable_end: 'A',
      termination_type: ['dcim', 'interface'],
      termination_id: 7,
    }),
    row('dcim.cabletermination', 2, {
      cable: 5,
      cable_end: 'B',
      termination_type: ['wireless', 'radio'],
      termination_id: 9,
    }),
  ]);
  expect(findings).toEqual([
    { noun: 'cable', name: 'C-5', message: 'The end "radio 9" of the cable was not imported; the cable was left out.' },
  ]);
});

test('what the file holds beside is counted', async () => {
  const rows = [...PLACES, row('ipam.vrf', 1, { name: 'red' }), row('ipam.vrf', 2, { name: 'blue' })];
  const { notImported } = await imported(temporaryWorkspace(), rows);
  expect(notImported).toEqual([{ model: 'ipam.vrf', rows: 2 }]);
});

test.each([
  ['no JSON', '{"model": '],
  ['no list', { model: 'dcim.site' }],
  ['a list of something else', [{ name: 'x' }]],
  ['a list of nothing', []],
  ['rows of other tables only', [row('auth.user', 1, { name: 'x' })]],
])('%s is refused and nothing is written', async (_, content) => {
  const workspace = temporaryWorkspace();
  expect((await refusalOf(imported(workspace, content))).code).toBe('E_FORMAT');
  expect((await workspace.client.site.list({})).total).toBe(0);
});

test('a site without a name is left out with its rack, each with the reason', async () => {
  const rows = PLACES.map((entry) => (entry.model === 'dcim.site' ? { ...entry, fields: { name: '' } } : entry));
  const { byNoun, findings } = await imported(temporaryWorkspace(), [...rows, device(1, 'fw-01', '3.0')]);
  expect(findings.map(({ noun }) => noun)).toEqual(['site', 'rack']);
  expect(byNoun['equipment']).toEqual({ created: 1, updated: 0, unchanged: 0 });
});

test('a list of twenty million values is refused before it is made', async () => {
  const workspace = temporaryWorkspace();
  const refusal = await refusalOf(imported(workspace, `[${'0,'.repeat(20_000_001)}0]`));
  expect(refusal.code).toBe('E_LIMIT_MAX');
  expect(refusal.message).toBe('The file holds more than 20,000,000 values; import the data set in parts.');
});
