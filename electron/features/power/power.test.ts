import { expect, test } from 'vitest';
import { server, TWO_FEEDS, withRacks } from '../../testing/racks.ts';
import { temporaryWorkspace, type TemporaryWorkspace } from '../../testing/temporary-workspace.ts';

/** rack101 with feeds A and B (2,944 W each), a PDU on each, and two servers of 400 W, both corded wrongly. */
async function withPower(): Promise<TemporaryWorkspace> {
  const workspace = temporaryWorkspace();
  await withRacks(workspace);
  const { client } = workspace;
  const { version } = await client.rack.get({ ref: 'rack101' });
  const breakers = ['12', '14'];
  const feeds = TWO_FEEDS.map((feed, index) => ({ ...feed, panel: `P${index + 1}`, breaker: breakers[index] }));
  await client.rack.update({ ref: 'rack101', version, patch: { feeds } });
  await client.port.instantiate({ refs: ['rack101'] });
  for (const side of ['left', 'right'] as const) {
    const [name, feed] = side === 'left' ? ['pdu-a', 'A'] : ['pdu-b', 'B'];
    await client.equipment.create({ record: { name, type: 'pdu', deviceTypeId: 'Acme PDU' } });
    await client.rack.mount({ device: name, rack: 'rack101', positionHalfU: null, side });
    await client.cable.connect({ a: { device: name, name: 'Inlet' }, b: { device: 'rack101', name: feed } });
  }
  for (const [name, unit] of [
    ['server1', 1],
    ['server2', 3],
  ] as const) {
    await server(workspace, name);
    await client.rack.mount({ device: name, rack: 'rack101', units: [unit, unit + 1] });
  }
  return workspace;
}

function cord(server: string, psu: string, pdu: string, outlet: number) {
  return { a: { device: server, name: psu }, b: { device: pdu, name: `Outlet ${outlet}` } };
}

test('the chain goes from the outlet over the PDU and the feed to the breaker, with watts and percent', async () => {
  const { client } = await withPower();
  await client.cable.connect(cord('server1', 'PSU1', 'pdu-a', 1));
  await client.cable.connect(cord('server1', 'PSU2', 'pdu-b', 1));
  await client.cable.connect(cord('server2', 'PSU1', 'pdu-a', 2));
  const { feeds, loosePdus, uncorded } = await client.power.chain({ rack: 'rack101' });
  // Feed A: half of server1 and all of server2: 200 + 400 W of 230 × 16 × 0.8 = 2,944 W, 20 %.
  expect(feeds[0]).toMatchObject({
    feed: 'A',
    panel: 'P1',
    breaker: '12',
    capacityWatts: 2944,
    loadWatts: 600,
    percent: 20,
  });
  expect(
    feeds[0]?.pdus.map(({ name, outlets }) => [
      name,
      outlets.map(({ outlet, device, watts }) => [outlet, device, watts]),
    ]),
  ).toEqual([
    [
      'pdu-a',
      [
        ['Outlet 1', 'server1', 200],
        ['Outlet 2', 'server2', 400],
      ],
    ],
  ]);
  expect(feeds[1]).toMatchObject({ feed: 'B', loadWatts: 200, percent: 7 });
  expect([loosePdus, uncorded]).toEqual([[], []]);
});

test('the check finds both cords on A, a cord alone, and a device without any', async () => {
  const workspace = await withPower();
  const { client } = workspace;
  await client.cable.connect(cord('server1', 'PSU1', 'pdu-a', 1));
  await client.cable.connect(cord('server1', 'PSU2', 'pdu-a', 2));
  await client.cable.connect(cord('server2', 'PSU1', 'pdu-b', 1));
  await server(workspace, 'server3');
  await client.rack.mount({ device: 'server3', rack: 'rack101', units: [5, 6] });
  const findings = await client.power.findings({ rack: 'rack101' });
  expect(findings.map(({ code, message }) => [code, message])).toEqual([
    ['same-feed', 'Both cords of server1 are on feed A.'],
    ['single-corded', 'server2 hangs on feed B alone; PSU2 has no cord.'],
    ['not-corded', 'No power cord of server3 is recorded (PSU1, PSU2).'],
  ]);
});

test('the elevation knows the feeds of corded devices, and so do its loads', async () => {
  const { client } = await withPower();
  await client.cable.connect(cord('server1', 'PSU1', 'pdu-a', 1));
  await client.cable.connect(cord('server1', 'PSU2', 'pdu-b', 1));
  await client.cable.connect(cord('server2', 'PSU1', 'pdu-a', 2));
  const { mounted, feedLoads } = await client.rack.elevation({ ref: 'rack101' });
  const feeds = Object.fromEntries(mounted.map((device) => [device.name, device.feeds]));
  expect(feeds).toMatchObject({ server1: ['A', 'B'], server2: ['A'], 'pdu-a': ['A'] });
  // A lost: server1 falls to B whole. B lost: server1 falls to A whole, 400 + 400 W.
  expect(feedLoads).toMatchObject([
    { name: 'A', loadWatts: 600, worstLoadWatts: 800, worstWhenLost: 'B' },
    { name: 'B', loadWatts: 200, worstLoadWatts: 400, worstWhenLost: 'A' },
  ]);
});

test('power off server1 shows the outlet and the breaker behind it', async () => {
  const { client } = await withPower();
  await client.cable.connect(cord('server1', 'PSU1', 'pdu-a', 5));
  const { outlets } = await client.locate.power({ ref: 'server1' });
  expect(outlets).toMatchObject([{ text: 'outlet 5 on pdu-a', feed: 'feed A, breaker 12 of panel P1' }]);
});
