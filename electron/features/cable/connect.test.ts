import { expect, test } from 'vitest';
import { refusalOf } from '../../testing/failures.ts';
import { server, withRacks } from '../../testing/racks.ts';
import { temporaryWorkspace, type TemporaryWorkspace } from '../../testing/temporary-workspace.ts';

const ETH1 = { device: 'server1', name: 'eth1' };
const ETH2 = { device: 'server1', name: 'eth2' };
const SWITCH_4 = { device: 'switch2a', name: '4', kind: 'interface' as const };

async function serverAndSwitch(): Promise<TemporaryWorkspace> {
  const workspace = temporaryWorkspace();
  await withRacks(workspace);
  const record = { name: 'switch2a', type: 'switch' as const, deviceTypeId: 'Acme Switch 48' };
  await workspace.client.equipment.create({ record });
  await server(workspace, 'server1');
  return workspace;
}

test('linking a used port again is refused, naming the other end', async () => {
  const { client } = await serverAndSwitch();
  await client.cable.connect({ a: ETH1, b: SWITCH_4 });
  const failure = await refusalOf(client.cable.connect({ a: ETH2, b: SWITCH_4 }));
  expect(failure.code).toBe('E_PORT_BUSY');
  expect(failure.message).toBe('Port 4 on switch2a is connected to port 1 on server1 already.');
});

test('a power inlet does not fit a network port', async () => {
  const { client } = await serverAndSwitch();
  const failure = await refusalOf(client.cable.connect({ a: { device: 'server1', name: 'PSU1' }, b: SWITCH_4 }));
  expect(failure.code).toBe('E_PORT_TYPE');
  expect(failure.message).toContain('it fits power outlet, power feed of a rack');
});

test('port 49 of a 48-port switch is missing', async () => {
  const { client } = await serverAndSwitch();
  const failure = await refusalOf(client.cable.connect({ a: ETH1, b: { ...SWITCH_4, name: '49' } }));
  expect(failure.code).toBe('E_PORT_MISSING');
  expect(failure.message).toContain('switch2a has no interface "49"; it has 48');
});

test('a link removed on one side leaves both sides free, and undo brings it back', async () => {
  const { client } = await serverAndSwitch();
  await client.cable.connect({ a: ETH1, b: SWITCH_4, label: 'C-17', lengthMm: 2000 });
  await client.cable.disconnect({ ports: [SWITCH_4] });
  const isCabled = async (ref: string) => (await client.port.ofObject({ ref })).some(({ cable }) => cable !== null);
  expect([await isCabled('server1'), await isCabled('switch2a')]).toEqual([false, false]);
  await client.history.undo();
  const [peer] = (await client.port.ofObject({ ref: 'server1' })).flatMap(({ peer, cable }) =>
    peer ? [{ peer, cable }] : [],
  );
  expect(peer?.peer.text).toBe('port 4');
  expect(peer?.cable).toMatchObject({ label: 'C-17', lengthMm: 2000 });
});

test('a deleted switch leaves the ports of its servers free', async () => {
  const { client } = await serverAndSwitch();
  await client.cable.connect({ a: ETH1, b: SWITCH_4 });
  await client.equipment.remove({ refs: ['switch2a'] });
  const ports = await client.port.ofObject({ ref: 'server1' });
  expect(ports.map(({ cable }) => cable)).toEqual([null, null, null, null, null]);
  expect((await client.cable.list({})).total).toBe(0);
});

test('VLAN 203 against VLAN 204 warns and names both', async () => {
  const { client } = await serverAndSwitch();
  await client.cable.connect({ a: ETH1, b: SWITCH_4 });
  for (const [ref, name, vlan] of [
    ['server1', 'eth1', 203],
    ['switch2a', 'Ethernet4', 204],
  ] as const) {
    const port = (await client.port.ofObject({ ref })).find((entry) => entry.name === name);
    await client.port.bulkUpdate({ refs: [port?.id ?? ''], patch: { vlan } });
  }
  const ports = await client.port.ofObject({ ref: 'server1' });
  expect(ports.flatMap(({ warnings }) => warnings)).toEqual([
    'port 1 on server1 carries VLAN 203, port 4 on switch2a carries VLAN 204.',
  ]);
});

test('ranges are previewed pair by pair and connected as one change', async () => {
  const workspace = await serverAndSwitch();
  const { client } = workspace;
  const record = { name: 'switch2b', type: 'switch' as const, deviceTypeId: 'Acme Switch 48' };
  await client.equipment.create({ record });
  await client.cable.connect({ a: ETH1, b: SWITCH_4 });
  const ranges = {
    a: { device: 'switch2a', ports: 'Ethernet[1-4]' },
    b: { device: 'switch2b', ports: '[45-48]', kind: 'interface' as const },
  };
  const preview = await client.cable.previewRanges(ranges);
  expect(preview.rows.map(({ a, b, problem }) => [a, b, problem?.code ?? 'fits'])).toEqual([
    ['Ethernet1', '45', 'fits'],
    ['Ethernet2', '46', 'fits'],
    ['Ethernet3', '47', 'fits'],
    ['Ethernet4', '48', 'E_PORT_BUSY'],
  ]);
  const refused = await refusalOf(client.cable.connectRanges(ranges));
  expect(refused.message).toContain('1 of 4 pairs cannot be joined');
  const done = await client.cable.connectRanges({ ...ranges, accept: 'good', type: 'cat6a' });
  expect(done).toMatchObject({ connected: 3, refused: 1 });
  await client.history.undo();
  expect((await client.cable.list({})).total).toBe(1);
});

test('ranges of different lengths are refused', async () => {
  const { client } = await serverAndSwitch();
  const a = { device: 'switch2a', ports: '[1-3]' };
  const failure = await refusalOf(client.cable.previewRanges({ a, b: { device: 'server1', ports: 'eth[1-2]' } }));
  expect(failure.message).toBe('switch2a gives 3 ports and server1 gives 2; both ranges must be equally long.');
});

test('a trace goes through two panels and their trunk, end to end', async () => {
  const workspace = await serverAndSwitch();
  const { client } = workspace;
  for (const name of ['panel1', 'panel2'])
    await client.equipment.create({ record: { name, type: 'patch-panel', deviceTypeId: 'Acme Panel 24' } });
  await client.cable.connect({ a: ETH1, b: { device: 'panel1', name: 'F7' }, lengthMm: 2000 });
  await client.cable.connect({
    a: { device: 'panel1', name: 'Trunk' },
    b: { device: 'panel2', name: 'Trunk' },
    lengthMm: 30_000,
  });
  await client.cable.connect({ a: { device: 'panel2', name: 'F7' }, b: SWITCH_4 });
  const trace = await client.cable.trace({ port: ETH1 });
  expect(trace.steps.map(({ device, name }) => `${device} ${name}`)).toEqual([
    'server1 eth1',
    'panel1 F7',
    'panel1 Trunk',
    'panel2 Trunk',
    'panel2 F7',
    'switch2a Ethernet4',
  ]);
  expect(trace).toMatchObject({ complete: true, loop: false, lengthMm: 32_000, unmeasured: 1 });
});

test('a clone of a cabled switch has ports of its own and no cable', async () => {
  const { client } = await serverAndSwitch();
  await client.cable.connect({ a: ETH1, b: SWITCH_4 });
  await client.equipment.clone({ ref: 'switch2a', names: ['switch2b'] });
  const ports = await client.port.ofObject({ ref: 'switch2b' });
  expect(ports).toHaveLength(48 + 1 + 1);
  expect(ports.filter(({ cable }) => cable !== null)).toEqual([]);
});
