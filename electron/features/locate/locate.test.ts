import { expect, test } from 'vitest';
import { blade, server, withRacks } from '../../testing/racks.ts';
import { temporaryWorkspace, type TemporaryWorkspace } from '../../testing/temporary-workspace.ts';

const SERVER_ETH1 = { device: 'server1', name: 'eth1' };
const SWITCH_4 = { device: 'switch2a', name: '4' };

async function serverAndSwitch(): Promise<TemporaryWorkspace> {
  const workspace = temporaryWorkspace();
  await withRacks(workspace);
  const { client } = workspace;
  await client.equipment.create({ record: { name: 'switch2a', type: 'switch', deviceTypeId: 'Acme Switch 48' } });
  await server(workspace, 'server1', { serial: 'SN-1', assetTag: 'A-77' });
  return workspace;
}

test('locate prints the two lines of the document, and the path', async () => {
  const { client } = await serverAndSwitch();
  await client.cable.connect({ a: SERVER_ETH1, b: SWITCH_4 });
  await client.rack.mount({ device: 'server1', rack: 'rack101', units: [13, 14] });

  const { found } = await client.locate.find({ text: 'SERVER1' });
  expect(found.map(({ lines, place, by }) => ({ lines, place, by }))).toEqual([
    {
      lines: ['server1 -> connected to port 4 on switch2a', 'server1 -> connected to RU13 in rack101'],
      place: 'fra1 / Hall 1 / rack101 / U13',
      by: 'name',
    },
  ]);
});

test.each([
  ['sn-1', 'serial'],
  ['a-77', 'asset tag'],
  ['3CFD.FEA1.B2C3', 'MAC address'],
])('%s finds server1 by its %s', async (text, by) => {
  const { client } = await serverAndSwitch();
  const ports = await client.port.ofObject({ ref: 'server1' });
  const { id = '' } = ports.find(({ name }) => name === 'eth2') ?? {};
  const { version } = await client.port.get({ ref: id });
  await client.port.update({ ref: id, version, patch: { mac: '3c:fd:fe:a1:b2:c3' } });

  const { found } = await client.locate.find({ text });
  expect(found.map((entry) => [entry.name, entry.by])).toEqual([['server1', by]]);
});

test('a text that nothing is called finds the names that begin so', async () => {
  const { client } = await serverAndSwitch();
  const { found } = await client.locate.find({ text: 'ser' });
  expect(found.map(({ name }) => name)).toEqual(['server1']);
});

test('an IP address finds the compute that has it, however it is written', async () => {
  const { client } = await serverAndSwitch();
  for (const address of ['10.0.0.5', '2001:db8::5'])
    await client.ipAssignment.create({
      record: { ipAddressId: (await client.ipAddress.create({ record: { address } })).id, computeId: 'server1' },
    });
  await client.ipAddress.create({ record: { address: '10.0.0.6' } });
  for (const text of ['10.0.0.5', '2001:0DB8:0:0::5'])
    expect((await client.locate.find({ text })).found.map(({ name, by }) => [name, by])).toEqual([
      ['server1', 'IP address'],
    ]);
  expect((await client.locate.find({ text: '10.0.0.6' })).found).toEqual([]);
});

test('a blade is in a bay of its chassis, which is in a rack', async () => {
  const workspace = await serverAndSwitch();
  const { client } = workspace;
  await client.equipment.create({ record: { name: 'chassis1', type: 'chassis', deviceTypeId: 'Acme Blade chassis' } });
  await client.rack.mount({ device: 'chassis1', rack: 'rack102', positionHalfU: 0 });
  await blade(workspace, 'node1');
  await client.placement.create({ record: { objectId: 'node1', parentId: 'chassis1', bay: 'Bay 3' } });

  const { found } = await client.locate.find({ text: 'node1' });
  expect(found[0]?.lines).toEqual([
    'node1 -> connected to bay 3 in chassis1',
    'chassis1 -> connected to RU1 in rack102',
  ]);
  expect(found[0]?.place).toBe('fra1 / Hall 1 / rack102 / chassis1 / bay 3');
});

test('"console for server X" gives console server, port and hint; "power off X" shows the outlet', async () => {
  const { client } = await serverAndSwitch();
  await client.equipment.create({
    record: { name: 'console1', type: 'console-server', deviceTypeId: 'Acme Console 16' },
  });
  await client.equipment.create({ record: { name: 'pdu-a', type: 'pdu', deviceTypeId: 'Acme PDU' } });
  await client.cable.connect({ a: { device: 'server1', name: 'Serial' }, b: { device: 'console1', name: '7' } });
  await client.cable.connect({ a: { device: 'server1', name: 'PSU1' }, b: { device: 'pdu-a', name: 'Outlet 5' } });
  const [port7] = (await client.port.ofObject({ ref: 'console1' })).filter(({ number }) => number === 7);
  const { version } = await client.port.get({ ref: port7?.id ?? '' });
  await client.port.update({ ref: port7?.id ?? '', version, patch: { notes: 'ssh console1 -p 7007' } });

  const { paths } = await client.locate.console({ ref: 'server1' });
  expect(paths.map(({ text, hint }) => ({ text, hint }))).toEqual([
    { text: 'port 7 on console1', hint: 'ssh console1 -p 7007' },
  ]);
  const { outlets } = await client.locate.power({ ref: 'server1' });
  expect(outlets.map(({ text, feed }) => ({ text, feed }))).toEqual([{ text: 'outlet 5 on pdu-a', feed: null }]);
});

test('labels say what is to be printed on a device, each device once', async () => {
  const { client } = await serverAndSwitch();
  await client.rack.mount({ device: 'server1', rack: 'rack101', units: [13, 14] });
  await client.rack.mount({ device: 'switch2a', rack: 'rack101', units: [45] });
  const labels = await client.locate.labels({ devices: ['switch2a'], racks: ['rack101'] });
  expect(labels.map(({ name, code, place }) => [name, code, place])).toEqual([
    ['switch2a', 'switch2a', 'fra1 / Hall 1 / rack101 / U45'],
    ['server1', 'A-77', 'fra1 / Hall 1 / rack101 / U13'],
  ]);
  expect(labels[1]?.link).toBe(`rackwright://compute/${labels[1]?.id}`);
});
