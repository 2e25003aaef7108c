import { expect, test } from 'vitest';
import { dumpOf } from '../../db/testing/databases.ts';
import { refusalOf } from '../../testing/failures.ts';
import { plant } from '../../testing/plant.ts';
import { temporaryWorkspace } from '../../testing/temporary-workspace.ts';

test('what is owned goes along, is counted before, and comes back with one undo', async () => {
  const { client, session } = temporaryWorkspace();
  const id = await plant(client, 'compute', { name: 'web-1', statedCores: 4 });
  await plant(client, 'componentAssignment', { computeId: id });
  await plant(client, 'placement', { objectId: id });
  await plant(client, 'customField', { noun: 'compute', key: 'contact', kind: 'text' });
  const { version } = await client.compute.get({ ref: id });
  await client.compute.update({ ref: id, version, patch: {}, tags: { env: 'test' }, custom: { contact: 'ada' } });
  const before = dumpOf(session.read);

  const preview = await client.compute.previewRemove({ refs: ['web-1'] });
  expect(preview.owned).toEqual(
    expect.arrayContaining([
      { noun: 'placement', count: 1 },
      { noun: 'componentAssignment', count: 1 },
      { noun: 'tag', count: 1 },
      { noun: 'customValue', count: 1 },
    ]),
  );
  await client.compute.remove({ refs: ['web-1'] });
  const after = dumpOf(session.read);
  for (const table of ['compute', 'component_assignment', 'placement', 'tag', 'custom_value', 'capacity'])
    expect(after[table]).toEqual([]);
  await client.history.undo();
  expect(dumpOf(session.read)).toEqual(before);
});

test('what is referred to is refused with the names of what refers to it', async () => {
  const { client } = temporaryWorkspace();
  const site = await plant(client, 'site', { name: 'Berlin' });
  for (const name of ['Hall 1', 'Hall 2', 'Hall 3', 'Hall 4']) await plant(client, 'room', { name, siteId: site });
  const refusal = await refusalOf(client.site.remove({ refs: [site] }));
  expect(refusal.code).toBe('E_IN_USE');
  expect(refusal.message).toBe('This site is in use by Hall 1, Hall 2, Hall 3 and 1 more; remove or move those first.');
  expect(refusal.details).toMatchObject({ blockingCount: 4, blocking: [{ noun: 'room', name: 'Hall 1' }, {}, {}, {}] });
  expect(await client.site.list({})).toMatchObject({ total: 1 });
});

test('a component in use and a rack with devices are refused; a chassis with blades too', async () => {
  const { client } = temporaryWorkspace();
  const component = await plant(client, 'component', { manufacturer: 'Samsung', model: 'PM9A3' });
  const compute = await plant(client, 'compute', { name: 'web-1' });
  await plant(client, 'componentAssignment', { componentId: component, computeId: compute });
  const rack = await plant(client, 'rack', { name: 'R1' });
  await plant(client, 'placement', { objectId: compute, rackId: rack });
  const inUse = await refusalOf(client.component.remove({ refs: [component] }));
  expect(inUse).toMatchObject({ code: 'E_IN_USE' });
  expect(inUse.message).toContain('component assignment of');
  expect(inUse.message).toContain('web-1');
  const withDevices = await refusalOf(client.rack.remove({ refs: ['R1'] }));
  expect(withDevices.message).toMatch(/^This rack is in use by placement of .*web-1/);
});

test('a reference that only tells where something belongs is cleared', async () => {
  const { client } = temporaryWorkspace();
  const room = await plant(client, 'room');
  const row = await plant(client, 'row', { name: 'A', roomId: room });
  const rack = await plant(client, 'rack', { name: 'R1', roomId: room, rowId: row });
  await client.row.remove({ refs: [row] });
  expect((await client.rack.get({ ref: rack })).record.rowId).toBeNull();
  await client.history.undo();
  expect((await client.rack.get({ ref: rack })).record.rowId).toBe(row);
});

test('a clone has tags, custom values and parts of its own, but no serial number and no place', async () => {
  const { client } = temporaryWorkspace();
  const id = await plant(client, 'compute', { name: 'web-1', serial: 'S1', assetTag: 'A1', role: 'web' });
  await plant(client, 'componentAssignment', { computeId: id, quantity: 4 });
  await plant(client, 'placement', { objectId: id });
  await plant(client, 'customField', { noun: 'compute', key: 'contact', kind: 'text' });
  await client.compute.bulkUpdate({ refs: [id], patch: {}, tags: { env: 'test' }, custom: { contact: 'ada' } });

  const { ids } = await client.compute.clone({ ref: 'web-1', names: ['web-2', 'web-3'] });
  const clone = await client.compute.get({ ref: 'web-3' });
  expect(clone.record).toMatchObject({ id: ids[1], role: 'web', serial: null, assetTag: null });
  expect(clone).toMatchObject({ tags: { env: 'test' }, custom: { contact: 'ada' }, derived: { rack: null } });
  expect(await client.compute.fittings({ ref: 'web-3' })).toMatchObject([{ quantity: 4, serial: null }]);
});
