import { expect, test } from 'vitest';
import { refusalOf } from '../../testing/failures.ts';
import { blade, server, withRacks } from '../../testing/racks.ts';
import { temporaryWorkspace, type TemporaryWorkspace } from '../../testing/temporary-workspace.ts';

async function withServer(): Promise<TemporaryWorkspace> {
  const workspace = temporaryWorkspace();
  await withRacks(workspace);
  await server(workspace, 'server1');
  return workspace;
}

test.each([
  [[10, 12], 'E_RU_NOT_ADJACENT', 'U10, U12 do not adjoin'],
  [[45, 46], 'E_RU_RANGE', 'U46 is not in rack101, which has U1 to U45'],
])('a 2U server at units %j is refused with %s', async (units, code, message) => {
  const { client } = await withServer();
  const failure = await refusalOf(client.rack.mount({ device: 'server1', rack: 'rack101', units }));
  expect(failure.code).toBe(code);
  expect(failure.message).toContain(message);
});

test('a 2U server at U10–U11 with U11 taken is refused, naming the occupant', async () => {
  const workspace = await withServer();
  const { client } = workspace;
  await server(workspace, 'db-03');
  await client.rack.mount({ device: 'db-03', rack: 'rack101', units: [11, 12] });
  const failure = await refusalOf(client.rack.mount({ device: 'server1', rack: 'rack101', units: [10, 11] }));
  expect(failure.code).toBe('E_RU_TAKEN');
  expect(failure.message).toContain('taken by db-03 (U11–U12, front and rear)');
});

test('a server in rack101 is refused in rack102, naming rack101; a move succeeds', async () => {
  const { client } = await withServer();
  await client.rack.mount({ device: 'server1', rack: 'rack101', units: [10, 11] });
  for (const second of [
    client.rack.mount({ device: 'server1', rack: 'rack102', units: [10, 11] }),
    client.placement.create({ record: { objectId: 'server1', rackId: 'rack102', positionHalfU: 0, heightHalfU: 4 } }),
  ]) {
    const failure = await refusalOf(second);
    expect(failure.code).toBe('E_ALREADY_CONTAINED');
    expect(failure.message).toContain('server1 is already in rack101 at U10');
  }
  await client.rack.move({ moves: [{ device: 'server1', rack: 'rack102', units: [10, 11] }] });
  const { path, unit } = await client.compute.place({ ref: 'server1' });
  expect([path.at(-1)?.name, unit]).toEqual(['rack102', 'U10']);
});

test('a rack does not shrink under what is mounted at its top', async () => {
  const { client } = await withServer();
  await client.rack.mount({ device: 'server1', rack: 'rack101', units: [44, 45] });
  const { version } = await client.rack.get({ ref: 'rack101' });
  const failure = await refusalOf(client.rack.update({ ref: 'rack101', version, patch: { heightU: 44 } }));
  expect(failure.code).toBe('E_IN_USE');
  expect(failure.message).toContain('server1');
  await client.rack.update({ ref: 'rack101', version, patch: { heightU: 48, startUnit: 0 } });
});

async function withChassis(): Promise<TemporaryWorkspace> {
  const workspace = await withServer();
  const record = { name: 'chassis1', type: 'chassis' as const, deviceTypeId: 'Acme Blade chassis' };
  await workspace.client.equipment.create({ record });
  await workspace.client.rack.mount({ device: 'chassis1', rack: 'rack101', positionHalfU: 0 });
  return workspace;
}

test('a blade takes a bay that its chassis has, once; an unknown bay is refused with the bays there are', async () => {
  const workspace = await withChassis();
  const { client } = workspace;
  for (const name of ['blade1', 'blade2']) await blade(workspace, name);
  await client.placement.create({ record: { objectId: 'blade1', parentId: 'chassis1', bay: 'Bay 1' } });
  const place = (bay: string, objectId = 'blade2') =>
    client.placement.create({ record: { objectId, parentId: 'chassis1', bay } });
  expect(await refusalOf(place('Bay 1'))).toMatchObject({
    code: 'E_RU_TAKEN',
    message: 'Bay 1 of chassis1 is taken by blade1.',
  });
  const server1 = await refusalOf(place('Bay 2', 'server1'));
  expect(server1.code).toBe('E_INCOHERENT');
  expect(server1.message).toContain('server1 fits no bay of chassis1: its type stands in rack units');
  const inUnits = await refusalOf(client.rack.mount({ device: 'blade2', rack: 'rack101', positionHalfU: 60 }));
  expect(inUnits.message).toContain('blade2 is built for the bay of a chassis');
  const unknown = await refusalOf(place('Bay 9'));
  expect(unknown).toMatchObject({ code: 'E_INCOHERENT' });
  expect(unknown.message).toContain('allowed are Bay 1, Bay 2, Bay 3, Bay 4');
  await place('Bay 2');
  const { mounted } = await client.rack.elevation({ ref: 'rack101' });
  expect(
    mounted.map(({ name, bays, children }) => [
      name,
      bays.length,
      children.map((child) => `${child.bay} ${child.name}`),
    ]),
  ).toEqual([['chassis1', 4, ['Bay 1 blade1', 'Bay 2 blade2']]]);
});

test('a chassis cannot end up inside itself, and a switch has no bays', async () => {
  const { client } = await withChassis();
  for (const name of ['shelf2', 'shelf3']) await client.equipment.create({ record: { name, type: 'shelf' } });
  await client.placement.create({ record: { objectId: 'shelf2', parentId: 'shelf3' } });
  const circle = client.placement.create({ record: { objectId: 'shelf3', parentId: 'shelf2' } });
  expect((await refusalOf(circle)).code).toBe('E_CYCLE');
  await client.equipment.create({ record: { name: 'switch1', type: 'switch', deviceTypeId: 'Acme Switch 48' } });
  const none = client.placement.create({ record: { objectId: 'server1', parentId: 'switch1', bay: '1' } });
  expect(await refusalOf(none)).toMatchObject({
    code: 'E_INCOHERENT',
    message: 'switch1 has no bays; its device type declares none.',
  });
});

test('reserved units refuse everybody but their owner, until the day after', async () => {
  const workspace = temporaryWorkspace();
  await withRacks(workspace);
  const { client } = workspace;
  await server(workspace, 'ours', { owner: 'team blue' });
  await server(workspace, 'theirs', { owner: 'team red' });
  const record = {
    rackId: 'rack101',
    positionHalfU: 18,
    heightHalfU: 8,
    reservedFor: 'team blue',
    until: '2999-12-31',
  };
  const { id } = await client.rackReservation.create({ record });
  const failure = await refusalOf(client.rack.mount({ device: 'theirs', rack: 'rack101', units: [10, 11] }));
  expect(failure).toMatchObject({
    code: 'E_RU_TAKEN',
    message: 'U10–U13 of rack101 is reserved for team blue until 2999-12-31.',
  });
  await client.rack.mount({ device: 'ours', rack: 'rack101', units: [10, 11] });
  const { reservations } = await client.rack.elevation({ ref: 'rack101' });
  expect(reservations).toMatchObject([{ positionHalfU: 18, heightHalfU: 8, reservedFor: 'team blue' }]);

  const { version } = await client.rackReservation.get({ ref: id });
  await client.rackReservation.update({ ref: id, version, patch: { until: '2020-01-01' } });
  await client.rack.mount({ device: 'theirs', rack: 'rack101', units: [12, 13] });
});

test.each([
  ['over the device of somebody else', { positionHalfU: 18, heightHalfU: 2 }, 'E_RU_TAKEN', 'taken by theirs'],
  ['over another reservation', { positionHalfU: 42, heightHalfU: 4 }, 'E_RU_TAKEN', 'reserved for team green already'],
  ['outside the rack', { positionHalfU: 88, heightHalfU: 4 }, 'E_RU_RANGE', 'not in rack101'],
])('a reservation %s is refused', async (_, place, code, message) => {
  const workspace = temporaryWorkspace();
  await withRacks(workspace);
  const { client } = workspace;
  await server(workspace, 'theirs', { owner: 'team red' });
  await client.rack.mount({ device: 'theirs', rack: 'rack101', units: [10, 11] });
  const held = { rackId: 'rack101', positionHalfU: 40, heightHalfU: 4, reservedFor: 'team green' };
  await client.rackReservation.create({ record: held });
  const failure = await refusalOf(
    client.rackReservation.create({ record: { rackId: 'rack101', reservedFor: 'team blue', ...place } }),
  );
  expect(failure.code).toBe(code);
  expect(failure.message).toContain(message);
});

test('lists call a bay as drawings do, whatever its type calls it', async () => {
  const { client } = await withServer();
  const names = ['3', 'Bay 4', 'Device Bay 5'];
  await client.deviceType.create({
    record: {
      manufacturer: 'Acme',
      model: 'Odd chassis',
      templates: { 'device-bays': names.map((name) => ({ name })) },
    },
  });
  await client.equipment.create({ record: { name: 'odd1', type: 'chassis', deviceTypeId: 'Acme Odd chassis' } });
  for (const [index, bay] of names.entries()) {
    await client.compute.create({ record: { name: `node${index}` } });
    await client.placement.create({ record: { objectId: `node${index}`, parentId: 'odd1', bay } });
  }
  const { items } = await client.compute.list({ query: 'name:node*' });
  expect(items.map(({ derived }) => derived['unit'])).toEqual(['bay 3', 'bay 4', 'bay 5']);
});
