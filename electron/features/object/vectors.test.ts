import { afterAll, beforeAll, expect, test } from 'vitest';
import { VECTORS, type Vector } from '../../../shared/rules/query/test-vectors.ts';
import { refusalOf } from '../../testing/failures.ts';
import { server, withRacks } from '../../testing/racks.ts';
import { temporaryWorkspace, type TemporaryWorkspace } from '../../testing/temporary-workspace.ts';

let workspace: TemporaryWorkspace;

/** The world of the vectors, but for pools, classes and attributes, which have no nouns yet. */
beforeAll(async () => {
  workspace = temporaryWorkspace(afterAll);
  await withRacks(workspace);
  const { client } = workspace;
  await client.rack.create({ record: { name: 'rack002', roomId: 'Hall 1', heightU: 45 } });
  await client.rack.remove({ refs: ['rack102'] });
  for (const [index, name] of ['server1', 'server2', 'server3', 'server4'].entries()) {
    await server(workspace, name);
    const rack = index < 3 ? 'rack002' : 'rack101';
    await client.rack.move({ moves: [{ device: name, rack, positionHalfU: index * 4 }] });
  }
  for (const name of ['console1', 'console2'])
    await client.equipment.create({ record: { name, type: 'console-server', deviceTypeId: 'Acme Console 16' } });
  await client.equipment.create({ record: { name: 'switch2a', type: 'switch', deviceTypeId: 'Acme Switch 48' } });
  await client.cable.connect({ a: { device: 'server2', name: 'Serial' }, b: { device: 'console1', name: '7' } });
  await client.cable.connect({ a: { device: 'server1', name: 'eth1' }, b: { device: 'switch2a', name: '4' } });
  const port = (await client.port.ofObject({ ref: 'server3' })).find(({ name }) => name === 'eth1');
  await client.port.bulkUpdate({ refs: [port?.id ?? ''], patch: { mac: '3C-FD-FE-A1-B2-C3' } });
  await client.prefix.create({ record: { cidr: '10.0.0.0/24' } });
  await client.network.allocate({ address: '10.0.0.5', compute: 'server3' });
  await client.compute.bulkUpdate({ refs: ['server1'], patch: {}, tags: { env: 'prod' } });
  await client.service.create({ record: { name: 'postgres', maxSpec: {} } });
  await client.assignment.create({ record: { serviceId: 'postgres', computeId: 'server2', allocated: {} } });
  await client.group.create({ record: { name: 'acme' } });
  await client.compute.create({ record: { name: 'web1', groupId: 'acme' } });
  await client.compute.create({ record: { name: 'web2', state: 'maintenance' } });
  await client.compute.create({ record: { name: 'db7', role: 'db' } });
  await client.compute.create({ record: { name: 'dbx', type: 'vm' } });
});

function asked({ of, text }: Vector) {
  return workspace.client[of].list({ query: text, sort: [{ key: 'name', descending: false }], limit: 100 });
}

test.each(VECTORS.filter((vector) => !vector.waits))('in the list of $of: $text', async (vector) => {
  const { items } = await asked(vector);
  expect(items.map(({ name }) => name)).toEqual(vector.found.toSorted());
});

const LABELS = { compute: 'Compute', equipment: 'Equipment', rack: 'Rack' } as const;

test.each(VECTORS.filter((vector) => vector.waits))('waits, at the right place: $text', async (vector) => {
  const { word = '', at = 0 } = vector.waits ?? {};
  const failure = await refusalOf(asked(vector));
  expect(failure.code).toBe('E_EXPR_UNAVAILABLE');
  expect(failure.message).toMatch(
    new RegExp(`^'${word.replace('()', '\\(\\)')}' is not available yet for (${LABELS[vector.of]}|things)\\.$`),
  );
  const length = word.replace(/[:()]+$/, '').length;
  expect(failure.details).toMatchObject({ position: at, length });
  expect(vector.text.slice(at, at + length).toLowerCase()).toBe(word.replace(/[:()]+$/, ''));
});

test.each([
  ['driver:Server and and name:x', 18, 3],
  ['driver:Server connected name:x', 24, 4],
  ['driver:toaster', 7, 7],
  ['name:a connected to driver:toaster', 27, 7],
  ['name:server* connected to cores>4', 26, 5],
])('an error has its place: %s', async (text, position, length) => {
  const failure = await refusalOf(workspace.client.compute.list({ query: text }));
  expect(failure).toMatchObject({ code: 'E_EXPR_SYNTAX', details: { position, length } });
});
