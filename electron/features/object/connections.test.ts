import { expect, test } from 'vitest';
import { refusalOf } from '../../testing/failures.ts';
import { server, withRacks } from '../../testing/racks.ts';
import { temporaryWorkspace, type TemporaryWorkspace } from '../../testing/temporary-workspace.ts';

/** Servers 1 to 3 in rack101, server4 in rack102; console1 port 7 on server2, switch2a port 4 on server1. */
async function wired(): Promise<TemporaryWorkspace> {
  const workspace = temporaryWorkspace();
  await withRacks(workspace);
  const { client } = workspace;
  for (const [index, name] of ['server1', 'server2', 'server3', 'server4'].entries()) {
    await server(workspace, name);
    const rack = index < 3 ? 'rack101' : 'rack102';
    await client.rack.move({ moves: [{ device: name, rack, positionHalfU: index * 4 }] });
  }
  for (const name of ['console1', 'console2'])
    await client.equipment.create({ record: { name, type: 'console-server', deviceTypeId: 'Acme Console 16' } });
  await client.equipment.create({ record: { name: 'switch2a', type: 'switch', deviceTypeId: 'Acme Switch 48' } });
  await client.cable.connect({ a: { device: 'server2', name: 'Serial' }, b: { device: 'console1', name: '7' } });
  await client.cable.connect({ a: { device: 'server1', name: 'eth1' }, b: { device: 'switch2a', name: '4' } });
  return workspace;
}

async function names({ client }: TemporaryWorkspace, noun: 'compute' | 'equipment' | 'rack', query: string) {
  return (await client[noun].list({ query })).items.map(({ name }) => name);
}

const SERVERS = ['server1', 'server2', 'server3'];

test.each([
  ['equipment', 'driver:Console connected to name:server2', ['console1']],
  ['compute', 'driver:Server connected to name:rack101', SERVERS],
  ['compute', 'driver:Server', [...SERVERS, 'server4']],
  ['compute', 'driver:basicserver', [...SERVERS, 'server4']],
  ['equipment', 'driver:networkswitch', ['switch2a']],
  ['compute', 'not driver:Server connected to name:rack101', ['server4']],
  ['compute', 'name:server* connected to (driver:Switch or driver:networkswitch)', ['server1']],
  ['rack', 'driver:rack connected to name:server4', ['rack102']],
  ['compute', 'name:* connected to name:fra1', [...SERVERS, 'server4']],
  // Racks with a machine that is joined to a console server: server2 is in rack101.
  ['rack', 'name:* connected to (driver:Server connected to driver:Console)', ['rack101']],
] as const)('%s: %s', async (noun, query, expected) => {
  expect(await names(await wired(), noun, query)).toEqual(expected);
});

test('a MAC address finds its machine in any notation', async () => {
  const workspace = await wired();
  const { client } = workspace;
  const port = (await client.port.ofObject({ ref: 'server3' })).find(({ name }) => name === 'eth1');
  await client.port.bulkUpdate({ refs: [port?.id ?? ''], patch: { mac: '3C-FD-FE-A1-B2-C3' } });
  for (const query of ['mac:3cfdfea1b2c3', 'mac:"3c:fd:fe:a1:b2:c3"', 'mac:3c-fd-*'])
    expect(await names(workspace, 'compute', query)).toEqual(['server3']);
  expect(await names(workspace, 'compute', 'mac:"00:00:00:00:00:00"')).toEqual([]);
});

test('a zone holds what stands in it', async () => {
  const workspace = await wired();
  const { client } = workspace;
  await client.zone.create({ record: { name: 'north' } });
  await client.rack.bulkUpdate({ refs: ['rack102'], patch: { zoneId: 'north' } });
  expect(await names(workspace, 'compute', 'in:north')).toEqual(['server4']);
  expect(await names(workspace, 'rack', 'in:north')).toEqual(['rack102']);
});

test('an unknown driver is an error, not an empty answer', async () => {
  const { client } = await wired();
  const failure = await refusalOf(client.compute.list({ query: 'driver:toaster' }));
  expect(failure).toMatchObject({ code: 'E_EXPR_SYNTAX', details: { position: 7, length: 7 } });
  expect(failure.message).toContain("There is no driver 'toaster'");
});

test('driver:Server and and name:x points at the second and', async () => {
  const { client } = await wired();
  const failure = await refusalOf(client.compute.list({ query: 'driver:Server and and name:x' }));
  expect(failure).toMatchObject({ code: 'E_EXPR_SYNTAX', details: { position: 18 } });
});
