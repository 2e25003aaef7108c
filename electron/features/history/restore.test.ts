import { expect, test } from 'vitest';
import { dumpOf } from '../../db/testing/databases.ts';
import { refusalOf } from '../../testing/failures.ts';
import { plant } from '../../testing/plant.ts';
import { temporaryWorkspace, type TemporaryWorkspace } from '../../testing/temporary-workspace.ts';

type Client = TemporaryWorkspace['client'];

/** The number of the newest change of an object that `holds`. */
async function changeOf(client: Client, id: string, kind: 'create' | 'update' | 'delete', nth = 0): Promise<number> {
  const entries = await client.history.object({ id, limit: 500 });
  return entries.filter((entry) => entry.objectId === id && entry.kind === kind)[nth]?.seq ?? 0;
}

async function aSite(client: Client): Promise<string> {
  const id = await plant(client, 'site', { name: 'Berlin', region: 'EU' });
  await client.site.bulkUpdate({ refs: [id], patch: { region: 'Europe', provider: 'Own' } });
  await client.site.bulkUpdate({ refs: [id], patch: { region: 'EMEA' } });
  return id;
}

test('one field is what it was before a change, the others stay, and it is one undo', async () => {
  const { client } = temporaryWorkspace();
  const id = await aSite(client);
  const first = await changeOf(client, id, 'update', 1);
  const { label } = await client.history.restoreField({ seq: first, field: 'region' });
  expect(label).toBe('Restore Region of site Berlin');
  expect((await client.site.get({ ref: id })).record).toMatchObject({ region: 'EU', provider: 'Own' });
  await client.history.undo();
  expect((await client.site.get({ ref: id })).record).toMatchObject({ region: 'EMEA', provider: 'Own' });
});

test('an object is what it was before a change, through all that came after', async () => {
  const { client } = temporaryWorkspace();
  const id = await aSite(client);
  const first = await changeOf(client, id, 'update', 1);
  expect((await client.history.restoreObject({ seq: first })).label).toBe('Restore site Berlin');
  expect((await client.site.get({ ref: id })).record).toMatchObject({ region: 'EU', provider: null });
  await client.history.undo();
  const second = await changeOf(client, id, 'update', 2);
  await client.history.restoreObject({ seq: second });
  expect((await client.site.get({ ref: id })).record).toMatchObject({ region: 'Europe', provider: 'Own' });
});

test('a deleted object comes back with all that it owned, under its ids, whatever was done since', async () => {
  const { client, session } = temporaryWorkspace();
  const id = await plant(client, 'compute', { name: 'web-1', statedCores: 8 });
  const componentId = await plant(client, 'component', { type: 'storage' });
  const { id: fitted } = await client.componentAssignment.create({
    record: { computeId: id, componentId, quantity: 2 },
  });
  await plant(client, 'part', { componentId, componentAssignmentId: fitted, status: 'fitted', serial: 'S-77' });
  await client.compute.bulkUpdate({ refs: [id], patch: {}, tags: { env: 'test' } });
  const entry = await client.journalEntry.create({ record: { objectId: id, content: 'Burnt' } });
  const before = dumpOf(session.read);
  await client.compute.remove({ refs: [id] });
  await plant(client, 'site', { name: 'Since' });
  await client.history.restoreObject({ seq: await changeOf(client, id, 'delete') });
  expect((await client.part.list({ query: 'serial=S-77' })).total).toBe(1);
  expect((await client.compute.get({ ref: 'web-1' })).tags).toEqual({ env: 'test' });
  expect((await client.journalEntry.get({ ref: entry.id })).record).toMatchObject({ createdBy: 'tester' });
  await client.site.remove({ refs: ['Since'] });
  expect(dumpOf(session.read)).toEqual(before);
  await client.history.undo();
  await client.history.undo();
  expect((await refusalOf(client.compute.get({ ref: id }))).code).toBe('E_NOT_FOUND');
});

test('what cannot be is refused with a sentence', async () => {
  const { client } = temporaryWorkspace();
  const id = await aSite(client);
  const [created, updated] = [await changeOf(client, id, 'create'), await changeOf(client, id, 'update')];
  const message = async (asked: Promise<unknown>) => (await refusalOf(asked)).message;
  expect(await message(client.history.restoreObject({ seq: created }))).toBe(
    'Before this change there was no such site.',
  );
  expect(await message(client.history.restoreField({ seq: updated, field: 'provider' }))).toBe(
    'This change did not touch Provider.',
  );
  expect(await message(client.history.restoreField({ seq: updated, field: 'colour' }))).toBe(
    'Sites have no field "colour".',
  );
  expect(await message(client.history.restoreField({ seq: 9999, field: 'region' }))).toBe('There is no change 9999.');
  await client.site.remove({ refs: [id] });
  expect(await message(client.history.restoreField({ seq: updated, field: 'region' }))).toBe(
    'This site was deleted since; restore it as a whole first.',
  );
  await plant(client, 'site', { name: 'BERLIN' });
  const taken = await refusalOf(client.history.restoreObject({ seq: await changeOf(client, id, 'delete') }));
  expect(taken.code).toBe('E_DUPLICATE');
});

test('the rules of an ordinary edit hold: what runs now has its place', async () => {
  const { client } = temporaryWorkspace();
  const id = await plant(client, 'compute', { name: 'web-1', statedCores: 2 });
  await client.compute.bulkUpdate({ refs: [id], patch: { name: 'web-1', role: 'x'.repeat(20) } });
  const room = await plant(client, 'room', { name: 'Hall', siteId: await plant(client, 'site', { name: 'fra1' }) });
  await client.room.bulkUpdate({ refs: [room], patch: { siteId: await plant(client, 'site', { name: 'fra2' }) } });
  await client.site.remove({ refs: ['fra1'] });
  const refusal = await refusalOf(
    client.history.restoreField({ seq: await changeOf(client, room, 'update'), field: 'siteId' }),
  );
  expect(refusal.code).toBe('E_NOT_FOUND');
});

test('groups are filtered by text, person, kind, noun and time', async () => {
  const { client, session } = temporaryWorkspace();
  await plant(client, 'site', { name: 'Berlin' });
  session.operator = 'Ada';
  await plant(client, 'rack', { name: 'A1' });
  await client.history.undo();
  const labels = async (filter: Parameters<Client['history']['groups']>[0]) =>
    (await client.history.groups(filter)).map(({ label }) => label);
  const all = await labels({});
  expect(all[0]).toBe('Undo: Create rack A1');
  expect(all.at(-1)).toBe('Create site Berlin');
  expect(await labels({ text: 'BERLIN' })).toEqual(['Create site Berlin']);
  expect(await labels({ actor: 'tester' })).toEqual(['Create site Berlin']);
  expect(await labels({ kind: 'undo' })).toEqual(['Undo: Create rack A1']);
  expect(await labels({ noun: 'rack' })).toEqual(['Undo: Create rack A1', 'Create rack A1']);
  const [newest] = await client.history.groups({});
  expect(await labels({ to: newest?.at, text: 'Undo' })).toEqual([]);
  expect(await labels({ from: newest?.at, kind: 'undo' })).toEqual(['Undo: Create rack A1']);
  expect(await client.history.actors()).toEqual(['Ada', 'tester']);
});
