import { afterEach, beforeEach, expect, test } from 'vitest';
import { refusalOf, temporaryEngine, type TemporaryEngine } from '../../engine/testing/temporary-engine.ts';

let engine: TemporaryEngine;

beforeEach(async () => {
  engine = temporaryEngine();
  const { client } = engine;
  await client.site.create({ record: { name: 'fra1' } });
  await client.room.create({ record: { name: 'Hall 1', siteId: 'fra1' } });
  for (const name of ['rack101', 'rack102'])
    await client.rack.create({ record: { name, roomId: 'Hall 1', heightU: 45 } });
  const templates = {
    interfaces: Array.from({ length: 48 }, (_, index) => ({ name: `Ethernet${index + 1}`, type: '1000base-t' })),
    'console-ports': [{ name: 'Console', type: 'rj-45' }],
    'power-ports': [{ name: 'PSU1', type: 'iec-60320-c14' }],
  };
  await client.deviceType.create({ record: { manufacturer: 'Acme', model: 'Switch 48', templates } });
  await client.deviceType.create({
    record: {
      manufacturer: 'Acme',
      model: 'Server 2U',
      heightHalfU: 4,
      templates: {
        interfaces: [
          { name: 'eth1', type: '1000base-t' },
          { name: 'eth2', type: '1000base-t' },
        ],
        'console-ports': [{ name: 'Serial', type: 'de-9' }],
        'power-ports': [
          { name: 'PSU1', type: 'iec-60320-c14' },
          { name: 'PSU2', type: 'iec-60320-c14' },
        ],
      },
    },
  });
  await client.equipment.create({ record: { name: 'switch2a', type: 'switch', deviceTypeId: 'Acme Switch 48' } });
  await client.compute.create({
    record: { name: 'server1', type: 'baremetal', deviceTypeId: 'Acme Server 2U', serial: 'SN-1', assetTag: 'A-77' },
  });
});

afterEach(() => engine.close());

const SERVER_ETH1 = { device: 'server1', name: 'eth1' };

test('locate prints the two lines of the document, and the path', async () => {
  const { client } = engine;
  await client.cable.connect({ a: SERVER_ETH1, b: { device: 'switch2a', name: '4' } });
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
  const { client } = engine;
  const [port] = await client.port
    .ofObject({ ref: 'server1' })
    .then((ports) => ports.filter(({ name }) => name === 'eth2'));
  const { version } = await client.port.get({ ref: port?.id ?? '' });
  await client.port.update({ ref: port?.id ?? '', version, patch: { mac: '3c:fd:fe:a1:b2:c3' } });
  const { found } = await client.locate.find({ text });
  expect(found.map((entry) => [entry.name, entry.by])).toEqual([['server1', by]]);
});

test('a name that nothing has finds the names that begin so', async () => {
  const { found } = await engine.client.locate.find({ text: 'ser' });
  expect(found.map(({ name }) => name)).toEqual(['server1']);
});

test('a used port is refused naming the other end; wrong kinds and missing ports are refused', async () => {
  const { client } = engine;
  const b = { device: 'switch2a', name: '4' };
  await client.cable.connect({ a: SERVER_ETH1, b });
  const busy = await refusalOf(client.cable.connect({ a: { device: 'server1', name: 'eth2' }, b }));
  expect(busy).toMatchObject({
    code: 'E_PORT_BUSY',
    message: 'Port 4 on switch2a is connected to port 1 on server1 already.',
  });
  const kinds = await refusalOf(
    client.cable.connect({ a: { device: 'server1', name: 'PSU1' }, b: { device: 'switch2a', name: '5' } }),
  );
  expect(kinds.code).toBe('E_PORT_TYPE');
  const missing = await refusalOf(
    client.cable.connect({
      a: { device: 'server1', name: 'eth2' },
      b: { device: 'switch2a', name: '49', kind: 'interface' },
    }),
  );
  expect(missing).toMatchObject({ code: 'E_PORT_MISSING' });
  expect(missing.message).toContain('switch2a has no interface "49"; it has 48');
});
