import { expect, test } from 'vitest';
import { refusalOf } from '../../testing/failures.ts';
import { plant } from '../../testing/plant.ts';
import { temporaryWorkspace } from '../../testing/temporary-workspace.ts';

/** The group that the newest command wrote. */
async function newestGroup({ client }: ReturnType<typeof temporaryWorkspace>): Promise<number> {
  const [group] = await client.history.groups({ limit: 1 });
  return group?.id ?? 0;
}

test('reverting an older group keeps what came after, and is itself one undo', async () => {
  const workspace = temporaryWorkspace();
  const { client } = workspace;
  const id = await plant(client, 'site', { name: 'Berlin', region: 'EU' });
  await client.site.bulkUpdate({ refs: [id], patch: { region: 'Europe' } });
  const group = await newestGroup(workspace);
  await client.site.bulkUpdate({ refs: [id], patch: { provider: 'Own' } });

  expect((await client.history.revert({ id: group })).label).toBe('Revert: Change 1 site');
  expect((await client.site.get({ ref: id })).record).toMatchObject({ region: 'EU', provider: 'Own' });
  await client.history.undo();
  expect((await client.site.get({ ref: id })).record).toMatchObject({ region: 'Europe', provider: 'Own' });
});

test('a later change of the same field refuses the revert with a list', async () => {
  const workspace = temporaryWorkspace();
  const { client } = workspace;
  const id = await plant(client, 'site', { name: 'Berlin' });
  await client.site.bulkUpdate({ refs: [id], patch: { region: 'EU' } });
  const group = await newestGroup(workspace);
  await client.site.bulkUpdate({ refs: [id], patch: { region: 'Europe', provider: 'Own' } });
  const later = await newestGroup(workspace);

  const refusal = await refusalOf(client.history.revert({ id: group }));
  expect(refusal.code).toBe('E_CONFLICT');
  expect(refusal.message).toBe('"Change 1 site" cannot be reverted: "Change 1 site" later changed the same site.');
  expect(refusal.details).toMatchObject({ conflicts: [{ groupId: later, noun: 'site', objectId: id }] });
  await client.history.undo();
  expect((await client.history.revert({ id: group })).label).toBe('Revert: Change 1 site');
});

test('a group whose rows are in use by later ones is refused with their names', async () => {
  const workspace = temporaryWorkspace();
  const { client } = workspace;
  await plant(client, 'site', { name: 'Berlin' });
  const group = await newestGroup(workspace);
  await plant(client, 'room', { name: 'Hall 1', siteId: 'Berlin' });

  const refusal = await refusalOf(client.history.revert({ id: group }));
  expect(refusal).toMatchObject({
    code: 'E_IN_USE',
    message: 'The site Berlin is in use by Hall 1; remove or move those first.',
    details: { blockingCount: 1, blocking: [{ noun: 'room', name: 'Hall 1' }] },
  });
  expect(await client.room.list({})).toMatchObject({ total: 1 });
});

test('a deleted row does not come back without what it was in', async () => {
  const workspace = temporaryWorkspace();
  const { client } = workspace;
  const room = await plant(client, 'room', { name: 'Hall 1', siteId: await plant(client, 'site', { name: 'Berlin' }) });
  await client.room.remove({ refs: [room] });
  const group = await newestGroup(workspace);
  await client.site.remove({ refs: ['Berlin'] });
  const refusal = await refusalOf(client.history.revert({ id: group }));
  expect(refusal.code).toBe('E_CONFLICT');
  expect(refusal.message).toBe('Site of the room was deleted since, so it cannot come back alone.');
});

test('a revert is held to the capacity that is left', async () => {
  const workspace = temporaryWorkspace();
  const { client } = workspace;
  const computeId = await plant(client, 'compute', { name: 'web-1', statedCores: 4 });
  const [first, second] = [
    await plant(client, 'service', { minSpec: { cores: 3 } }),
    await plant(client, 'service', { minSpec: { cores: 2 } }),
  ];
  const booked = await plant(client, 'assignment', { serviceId: first, computeId, allocated: { cores: 3 } });
  await client.assignment.remove({ refs: [booked] });
  const group = await newestGroup(workspace);
  await plant(client, 'assignment', { serviceId: second, computeId, allocated: { cores: 2 } });

  const refusal = await refusalOf(client.history.revert({ id: group }));
  expect(refusal.code).toBe('E_CAPACITY');
  expect(refusal.message).toContain('web-1 has 2 cores free; 3 cores are needed.');
});

test('undone groups, undos and groups that never were cannot be reverted', async () => {
  const workspace = temporaryWorkspace();
  const { client } = workspace;
  await plant(client, 'site', { name: 'Berlin' });
  await client.history.undo();
  expect((await refusalOf(client.history.revert({ id: 1 }))).message).toBe('"Create site Berlin" is already undone.');
  expect((await refusalOf(client.history.revert({ id: 2 }))).code).toBe('E_CONFLICT');
  expect((await refusalOf(client.history.revert({ id: 99 }))).message).toBe('There is no change group 99.');
});
