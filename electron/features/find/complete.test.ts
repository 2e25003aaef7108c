import { expect, test } from 'vitest';
import { refusalOf } from '../../testing/failures.ts';
import { plant } from '../../testing/plant.ts';
import { temporaryWorkspace } from '../../testing/temporary-workspace.ts';

async function workspace() {
  const { client } = temporaryWorkspace();
  const site = await plant(client, 'site', { name: 'Berlin' });
  const room = await plant(client, 'room', { name: 'Hall', siteId: site });
  await plant(client, 'rack', { name: 'B "left"', roomId: room });
  for (const provider of ['OVH', 'Own metal', 'OVH']) await plant(client, 'compute', { provider });
  await client.compute.create({ record: { name: 'web-1' }, tags: { env: 'prod', zone: 'a' } });
  await client.compute.create({ record: { name: 'web-2' }, tags: { env: 'test' } });
  await client.service.create({ record: { name: 'postgres' } });
  await client.ipAddress.create({ record: { address: '10.0.0.12' } });
  await client.ipAddress.create({ record: { address: '10.0.0.2' } });
  const inserts = async (text: string, cursor?: number) =>
    (await client.find.complete({ noun: 'compute', text, ...(cursor === undefined ? {} : { cursor }) })).proposals.map(
      ({ insert }) => insert,
    );
  return { client, inserts };
}

test('proposes fields, choices and what stands for a place in the workspace', async () => {
  const { inserts } = await workspace();
  expect(await inserts('sta')).toContain('state=');
  expect(await inserts('status:ma')).toEqual(['maintenance']);
  expect(await inserts('in:b')).toEqual(['Berlin', '"B \\"left\\""']);
  expect(await inserts('runs:')).toEqual(['postgres']);
  expect(await inserts('name:we')).toEqual(['web-1', 'web-2']);
  expect(await inserts('driver:Pow')).toEqual(['powerstrip']);
});

test('proposes values in use, those that begin so first, and quotes what must be', async () => {
  const { inserts } = await workspace();
  expect(await inserts('provider=o')).toEqual(['OVH', '"Own metal"']);
  expect(await inserts('provider="me')).toEqual(['"Own metal"']);
  expect(await inserts('tag:')).toEqual(['env', 'zone']);
  expect(await inserts('tag:env=')).toEqual(['prod', 'test']);
  expect(await inserts('tag:env=t')).toEqual(['test']);
  expect(await inserts('ip:10.0.0.')).toEqual(['10.0.0.2', '10.0.0.12']);
});

test('replaces the word at the cursor, whatever stands behind it', async () => {
  const { client } = await workspace();
  const completion = await client.find.complete({ noun: 'compute', text: 'sta and env=prod', cursor: 3 });
  expect(completion).toMatchObject({ from: 0, to: 3 });
  expect((await refusalOf(client.find.complete({ noun: 'toaster', text: '' }))).code).toBe('E_NOT_FOUND');
});

test('right of connected to proposes things of every noun', async () => {
  const { client, inserts } = await workspace();
  await client.equipment.create({ record: { name: 'web-switch', type: 'switch' } });
  expect(await inserts('name:a connected to name:we')).toEqual(['web-1', 'web-2', 'web-switch']);
  expect(await inserts('name:we')).toEqual(['web-1', 'web-2']);
});

test('proposes the values of custom fields', async () => {
  const { client, inserts } = await workspace();
  await client.customField.create({ record: { noun: 'compute', key: 'team', label: 'Team', kind: 'text' } });
  await client.compute.bulkUpdate({ refs: ['web-1'], patch: {}, custom: { team: 'storage' } });
  expect(await inserts('team=')).toEqual(['storage']);
});
