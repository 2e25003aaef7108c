import { expect, test } from 'vitest';
import { plant } from '../../testing/plant.ts';
import { temporaryWorkspace } from '../../testing/temporary-workspace.ts';

test('the history of a compute holds its parts, tags and bookings, also those it no longer has', async () => {
  const { client } = temporaryWorkspace();
  const id = await plant(client, 'compute', { name: 'web-1', statedCores: 8 });
  const disk = await plant(client, 'componentAssignment', { computeId: id, quantity: 2 });
  const booked = await plant(client, 'assignment', {
    computeId: id,
    serviceId: await plant(client, 'service', { minSpec: { cores: 1 } }),
    allocated: { cores: 1 },
  });
  await client.compute.bulkUpdate({ refs: [id], patch: { role: 'web' }, tags: { env: 'test' } });
  await client.componentAssignment.remove({ refs: [disk] });
  await client.assignment.remove({ refs: [booked] });

  const entries = await client.history.object({ id });
  // The journal is told of what was fitted and booked, and keeps that.
  const told = entries.filter(({ noun }) => noun === 'journalEntry');
  expect(told.map(({ after }) => after?.['category'])).toEqual(['deployment', 'hardware', 'deployment', 'hardware']);
  const others = entries.filter(({ noun }) => noun !== 'journalEntry');
  expect(others.map(({ noun, kind }) => `${kind} ${noun}`)).toEqual([
    'delete assignment',
    'delete componentAssignment',
    'create tag',
    'update compute',
    'create assignment',
    'create componentAssignment',
    'create compute',
  ]);
  expect(others[3]).toMatchObject({ actor: 'tester', before: { role: null }, after: { role: 'web' } });
});

test('the history of a deleted compute stays, page by page', async () => {
  const { client } = temporaryWorkspace();
  const id = await plant(client, 'compute', { name: 'web-1' });
  await client.compute.bulkUpdate({ refs: [id], patch: { role: 'web' } });
  await client.compute.remove({ refs: [id] });
  const [newest] = await client.history.object({ id, limit: 1 });
  expect(newest).toMatchObject({ kind: 'delete', noun: 'compute', name: 'web-1', after: null });
  const older = await client.history.object({ id, before: newest?.seq ?? 0 });
  expect(older.map(({ kind }) => kind)).toEqual(['update', 'create']);
});

test('a group lists its changes in the order they were made', async () => {
  const { client } = temporaryWorkspace();
  const site = await plant(client, 'site', { name: 'Berlin' });
  const { groupId } = await client.site.update({
    ref: site,
    version: (await client.site.get({ ref: site })).version,
    patch: { region: 'EU' },
    tags: { tier: '1' },
  });
  const changes = await client.history.group({ id: groupId ?? 0 });
  expect(changes.map(({ noun, kind, seq }) => ({ noun, kind, seq }))).toEqual([
    { noun: 'site', kind: 'update', seq: 2 },
    { noun: 'tag', kind: 'create', seq: 3 },
  ]);
  // A tag may be of many nouns: what it is of is named all the same.
  expect(changes[1]?.names).toEqual({ [site]: 'Berlin' });
});
