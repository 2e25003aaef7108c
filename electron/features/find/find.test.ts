import { expect, test } from 'vitest';
import { refusalOf } from '../../testing/failures.ts';
import { plant } from '../../testing/plant.ts';
import { temporaryWorkspace } from '../../testing/temporary-workspace.ts';

test('finds names: the exact one first, then those that begin so, then any part; with where they are', async () => {
  const { client } = temporaryWorkspace();
  const room = await plant(client, 'room', { name: 'Hall', siteId: await plant(client, 'site', { name: 'Berlin' }) });
  const rack = await plant(client, 'rack', { name: 'R1', roomId: room });
  for (const name of ['web-10', 'WEB-1', 'old-web-1']) await plant(client, 'compute', { name });
  await plant(client, 'placement', { objectId: 'web-10', rackId: rack });

  const found = await client.find.objects({ text: ' web-1 ' });
  expect(found.map(({ name, hint }) => `${name}: ${hint}`)).toEqual([
    'WEB-1: Compute',
    'web-10: Berlin / Hall / R1',
    'old-web-1: Compute',
  ]);
  expect(await client.find.objects({ text: 'web', nouns: ['rack'] })).toEqual([]);
  expect(await client.find.objects({ text: 'web', limit: 1 })).toHaveLength(1);
  expect(await client.find.objects({ text: '' })).toEqual([]);
});

test('finds by whole serial number and asset tag', async () => {
  const { client } = temporaryWorkspace();
  const id = await plant(client, 'compute', { name: 'web-1', serial: 'CZ123', assetTag: 'A-9' });
  for (const text of ['cz123', 'a-9'])
    expect(await client.find.objects({ text })).toMatchObject([{ id, name: 'web-1' }]);
  expect(await client.find.objects({ text: 'cz124' })).toEqual([]);
});

test('completes free text with the values in use, the most used first', async () => {
  const { client } = temporaryWorkspace();
  for (const provider of ['OVH', 'Hetzner', 'OVH', 'Own']) await plant(client, 'compute', { provider });
  expect(await client.find.values({ noun: 'compute', key: 'provider' })).toEqual(['OVH', 'Hetzner', 'Own']);
  expect(await client.find.values({ noun: 'compute', key: 'provider', text: 'o' })).toEqual(['OVH', 'Own']);
  expect((await refusalOf(client.find.values({ noun: 'compute', key: 'notes' }))).message).toBe(
    'Compute has no completed field "notes".',
  );
  expect((await refusalOf(client.find.values({ noun: 'toaster', key: 'x' }))).code).toBe('E_NOT_FOUND');
});
