import { expect, test } from 'vitest';
import { PLANTED_PHOTO } from '../../testing/plant.ts';
import { server, TWO_FEEDS, withRacks } from '../../testing/racks.ts';
import { temporaryWorkspace, type TemporaryWorkspace } from '../../testing/temporary-workspace.ts';

async function withHall(): Promise<TemporaryWorkspace> {
  const workspace = temporaryWorkspace();
  await withRacks(workspace);
  const { client } = workspace;
  await client.zone.create({ record: { name: 'Power north' } });
  const { version } = await client.rack.get({ ref: 'rack102' });
  await client.rack.update({ ref: 'rack102', version, patch: { zoneId: 'Power north', feeds: [...TWO_FEEDS] } });
  for (const [name, rack] of [
    ['web-01', 'rack101'],
    ['web-02', 'rack102'],
  ] as const) {
    await server(workspace, name, { role: 'web', owner: 'team blue' });
    await client.rack.mount({ device: name, rack, units: [1, 2] });
  }
  await client.equipment.create({ record: { name: 'sw-101', type: 'switch', deviceTypeId: 'Acme Switch 48' } });
  await client.rack.mount({ device: 'sw-101', rack: 'rack101', units: [45], face: 'rear' });
  return workspace;
}

test('the hall is racks in walking order and devices as columns of equal length', async () => {
  const { client } = await withHall();
  const { racks, devices, texts } = await client.rack.hall({});
  expect(racks.map(({ name, zone, loadWatts, capacityWatts }) => [name, zone, loadWatts, capacityWatts])).toEqual([
    ['rack101', null, 400, 0],
    // Two feeds of 230 × 16 × 0.8 = 2,944 W.
    ['rack102', 'Power north', 400, 5888],
  ]);
  const lengths = Object.values(devices).map((column) => column.length);
  expect(new Set(lengths)).toEqual(new Set([3]));
  const named = devices.name.map((name, index) => [
    name,
    racks[devices.rack[index] ?? -1]?.name,
    devices.positionHalfU[index],
    devices.face[index],
    texts[devices.type[index] ?? -1],
    texts[devices.owner[index] ?? -1] ?? null,
  ]);
  expect(named).toEqual([
    ['web-01', 'rack101', 0, 2, 'baremetal', 'team blue'],
    ['sw-101', 'rack101', 88, 1, 'switch', null],
    ['web-02', 'rack102', 0, 2, 'baremetal', 'team blue'],
  ]);
});

test('the hall names the pictures of the device types in it, by face', async () => {
  const { client } = await withHall();
  const { base64 } = PLANTED_PHOTO;
  for (const kind of ['front', 'rear'] as const)
    await client.picture.attach({ object: 'Acme Server 2U', kind, fileName: `${kind}.png`, base64 });
  await client.picture.attach({ object: 'Acme PDU', kind: 'front', fileName: 'pdu.png', base64 });
  const { pictures, texts } = await client.rack.hall({});
  expect(pictures.map(({ deviceType, face }) => [texts[deviceType], face])).toEqual([
    ['Acme Server 2U', 'front'],
    ['Acme Server 2U', 'rear'],
  ]);
});

test('a hall can be one room, site or zone', async () => {
  const { client } = await withHall();
  const names = async (scope: Parameters<typeof client.rack.hall>[0]) =>
    (await client.rack.hall(scope)).racks.map(({ name }) => name);
  expect(await names({ room: 'Hall 1' })).toEqual(['rack101', 'rack102']);
  expect(await names({ site: 'fra1' })).toEqual(['rack101', 'rack102']);
  expect(await names({ zone: 'Power north' })).toEqual(['rack102']);
});

test('free space needs units, watts and ports together', async () => {
  const { client } = await withHall();
  const found = async (wanted: Parameters<typeof client.rack.freeSpace>[0]) => {
    const { racks, rejected } = await client.rack.freeSpace(wanted);
    return { racks: racks.map(({ name }) => name), rejected: rejected.map(({ reason }) => reason) };
  };
  // Both racks have 4 U; rack102 carries 400 W of 2,944 W on a surviving feed, so 2,544 W more.
  expect(await found({ heightHalfU: 8 })).toEqual({ racks: ['rack101', 'rack102'], rejected: [] });
  expect(await found({ heightHalfU: 8, watts: 2544 })).toEqual({ racks: ['rack101', 'rack102'], rejected: [] });
  expect(await found({ heightHalfU: 8, watts: 2545 })).toEqual({ racks: ['rack101'], rejected: ['power'] });
  expect(await found({ heightHalfU: 8, ports: { count: 48, type: '1000base' } })).toEqual({
    racks: ['rack101'],
    rejected: ['ports'],
  });
  expect(await found({ heightHalfU: 8, ports: { count: 2, minimumSpeedMbps: 10_000 } })).toEqual({
    racks: [],
    rejected: ['ports'],
  });
  // 45 U less 2 U at the bottom and, on the rear face of rack101, 1 U at the top.
  expect(await found({ heightHalfU: 86 })).toEqual({ racks: ['rack102'], rejected: ['space'] });
  expect(await found({ heightHalfU: 86, face: 'front' })).toEqual({ racks: ['rack101', 'rack102'], rejected: [] });
});

test('devices that are nowhere are offered for placing', async () => {
  const workspace = await withHall();
  await server(workspace, 'spare-01', { serial: 'SN-9' });
  const { total, devices } = await workspace.client.rack.unplaced({ text: 'sn-9' });
  expect([total, devices.map(({ name, heightHalfU, powerWatts }) => [name, heightHalfU, powerWatts])]).toEqual([
    1,
    [['spare-01', 4, 400]],
  ]);
});
