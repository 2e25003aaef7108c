import { expect, test } from 'vitest';
import { dumpOf } from '../../db/testing/databases.ts';
import { refusalOf } from '../../testing/failures.ts';
import { plant } from '../../testing/plant.ts';
import { temporaryWorkspace } from '../../testing/temporary-workspace.ts';

function siteNames(workspace: ReturnType<typeof temporaryWorkspace>): unknown[] {
  return workspace.session.read.prepare('SELECT name FROM site ORDER BY name').pluck().all();
}

test('undo and redo walk one line of groups, also across a restart', async () => {
  const workspace = temporaryWorkspace();
  for (const name of ['Berlin', 'Paris', 'Rome']) await workspace.client.site.create({ record: { name } });

  expect((await workspace.client.history.undo()).label).toBe('Undo: Create site Rome');
  expect((await workspace.client.history.undo()).label).toBe('Undo: Create site Paris');
  expect(siteNames(workspace)).toEqual(['Berlin']);
  await workspace.reopen();
  expect(await workspace.client.history.next()).toEqual({
    undo: { id: 1, label: 'Create site Berlin' },
    redo: { id: 2, label: 'Create site Paris' },
  });
  expect((await workspace.client.history.redo()).label).toBe('Redo: Create site Paris');
  expect((await workspace.client.history.redo()).label).toBe('Redo: Create site Rome');
  expect(siteNames(workspace)).toEqual(['Berlin', 'Paris', 'Rome']);
  expect((await refusalOf(workspace.client.history.redo())).code).toBe('E_NOTHING_TO_REDO');
});

test('a new edit after an undo ends the redo line', async () => {
  const workspace = temporaryWorkspace();
  const { client } = workspace;
  for (const name of ['Berlin', 'Paris']) await client.site.create({ record: { name } });
  await client.history.undo();
  await client.site.create({ record: { name: 'Rome' } });
  expect((await refusalOf(client.history.redo())).code).toBe('E_NOTHING_TO_REDO');
  await client.history.undo();
  await client.history.undo();
  expect(siteNames(workspace)).toEqual([]);
  expect(await refusalOf(client.history.undo())).toEqual({
    code: 'E_NOTHING_TO_UNDO',
    message: 'There is nothing to undo.',
  });
});

test('two undos asked for at once take back two groups', async () => {
  const workspace = temporaryWorkspace();
  const { client } = workspace;
  for (const name of ['Berlin', 'Paris', 'Rome']) await client.site.create({ record: { name } });
  const labels = await Promise.all([client.history.undo(), client.history.undo()]);
  expect(labels.map(({ label }) => label)).toEqual(['Undo: Create site Rome', 'Undo: Create site Paris']);
  expect(siteNames(workspace)).toEqual(['Berlin']);
});

test('an import of thousands of rows is one undo and one redo', async () => {
  const { session, client } = temporaryWorkspace();
  const before = dumpOf(session.read);
  await client.workspace.addSample();
  const after = dumpOf(session.read);
  expect(after['compute']?.length).toBeGreaterThan(300);
  await client.history.undo();
  expect(dumpOf(session.read)).toEqual(before);
  await client.history.redo();
  expect(dumpOf(session.read)).toEqual(after);
});

test('a command that changes nothing leaves no group', async () => {
  const { client } = temporaryWorkspace();
  const site = await plant(client, 'site', { region: 'EU' });
  const { groupId, updated, unchanged } = await client.site.bulkUpdate({ refs: [site], patch: { region: 'EU' } });
  expect({ groupId, updated, unchanged }).toEqual({ groupId: null, updated: 0, unchanged: 1 });
  expect(await client.history.groups({})).toHaveLength(1);
});

test('a refused command leaves no trace, and the next one continues the chain', async () => {
  const { client } = temporaryWorkspace();
  const site = await plant(client, 'site', { name: 'Berlin' });
  await refusalOf(client.site.clone({ ref: site, names: ['Paris', 'BERLIN'] }));
  expect(await client.site.list({})).toMatchObject({ total: 1 });
  await plant(client, 'site', { name: 'Rome' });
  expect(await client.history.verify({})).toMatchObject({ ok: true, checked: 2 });
});
