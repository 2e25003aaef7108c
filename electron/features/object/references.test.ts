import { expect, test } from 'vitest';
import { refusalOf } from '../../testing/failures.ts';
import { plant } from '../../testing/plant.ts';
import { temporaryWorkspace } from '../../testing/temporary-workspace.ts';

test('a reference is given by name, whatever its case, or by id', async () => {
  const { client } = temporaryWorkspace();
  const site = await plant(client, 'site', { name: 'Zürich' });
  for (const siteId of ['Zürich', ' zÜRICH ', site]) {
    const { id } = await client.room.create({ record: { name: `Hall for ${siteId}`, siteId } });
    const room = await client.room.get({ ref: id });
    expect(room.record.siteId).toBe(site);
    expect(room.references).toEqual({ [site]: 'Zürich' });
  }
});

test('a name that nothing has is refused under the path of its field', async () => {
  const { client } = temporaryWorkspace();
  const refusal = await refusalOf(client.room.create({ record: { name: 'Hall 1', siteId: 'Atlantis' } }));
  expect(refusal).toMatchObject({
    code: 'E_NOT_FOUND',
    message: 'There is no site "Atlantis".',
    fields: [{ path: 'siteId', value: 'Atlantis', allowed: 'the name or id of a site' }],
  });
});

test('an ambiguous name lists what it could mean and where that is', async () => {
  const { client } = temporaryWorkspace();
  for (const site of ['Berlin', 'Paris']) {
    await plant(client, 'site', { name: site });
    await plant(client, 'rack', { name: 'R1', roomId: await plant(client, 'room', { name: 'Hall', siteId: site }) });
  }
  const device = await plant(client, 'compute');
  const refusal = await refusalOf(client.rack.get({ ref: 'r1' }));
  expect(refusal.code).toBe('E_AMBIGUOUS');
  expect(refusal.message).toBe('"r1" is the name of 2 racks: Berlin / Hall; Paris / Hall. Give the id.');
  expect(refusal.details).toMatchObject({ matches: [{ place: 'Berlin / Hall' }, { place: 'Paris / Hall' }] });
  const placed = await refusalOf(client.placement.create({ record: { objectId: device, rackId: 'R1' } }));
  expect(placed).toMatchObject({ code: 'E_AMBIGUOUS', fields: [{ path: 'rackId' }] });
});

test('names are unique per family and place, without regard to case, and kept as typed', async () => {
  const { client } = temporaryWorkspace();
  const compute = await plant(client, 'compute', { name: 'Web-1' });
  const refusal = await refusalOf(client.equipment.create({ record: { name: 'WEB-1', type: 'switch' } }));
  expect(refusal).toMatchObject({
    code: 'E_DUPLICATE',
    message: 'The name "WEB-1" is taken by the compute "Web-1"; names are compared without regard to case.',
    fields: [{ path: 'name', value: 'WEB-1', allowed: 'a name not in use' }],
    details: { id: compute, noun: 'compute' },
  });
  const hall = await plant(client, 'room', { name: 'Hall' });
  await plant(client, 'rack', { name: 'R1', roomId: hall });
  await plant(client, 'rack', { name: 'R1', roomId: await plant(client, 'room', { name: 'Hall' }) });
  expect((await refusalOf(client.rack.create({ record: { name: 'r1', roomId: hall } }))).code).toBe('E_DUPLICATE');
  expect((await client.compute.get({ ref: 'WEB-1' })).record.name).toBe('Web-1');
  await client.firewallRule.create({ record: { name: 'ssh', action: 'ALLOW' } });
  const rule = await refusalOf(client.firewallRule.create({ record: { name: 'SSH', action: 'DENY' } }));
  expect(rule.message).toContain('is taken by the firewall rule "ssh"');
});

test('equipment may go without a name, more than once', async () => {
  const { client } = temporaryWorkspace();
  for (let count = 0; count < 2; count += 1) await client.equipment.create({ record: { type: 'blank' } });
  expect(await client.equipment.list({})).toMatchObject({ total: 2, items: [{ name: '' }, { name: '' }] });
});

test('a row that joins others is unique by what it joins', async () => {
  const { client } = temporaryWorkspace();
  const record = {
    serviceId: await plant(client, 'service'),
    computeId: await plant(client, 'compute'),
    allocated: {},
  };
  await client.assignment.create({ record });
  expect(await refusalOf(client.assignment.create({ record }))).toEqual({
    code: 'E_DUPLICATE',
    message: 'There is already an assignment with the same service, compute.',
  });
});

test('an upsert finds its row by natural key, changes only what is given, and says what it did', async () => {
  const { client } = temporaryWorkspace();
  const outcomes = [];
  for (const record of [
    { name: 'Éire-1', role: 'web', provider: 'OVH' },
    { name: ' éIRE-1 ', role: 'db' },
    { name: 'Éire-1', role: 'db' },
  ])
    outcomes.push((await client.compute.upsert({ record })).outcome);
  expect(outcomes).toEqual(['created', 'updated', 'unchanged']);
  expect((await client.compute.get({ ref: 'éire-1' })).record).toMatchObject({ role: 'db', provider: 'OVH' });
});

test('the row that an upsert would change is told before', async () => {
  const { client } = temporaryWorkspace();
  const { id } = await client.firewallRule.create({ record: { name: 'ssh', action: 'ALLOW' } });
  expect(await client.firewallRule.existing({ record: { name: ' SSH ' } })).toEqual({ id });
  expect(await client.firewallRule.existing({ record: { name: 'web' } })).toEqual({ id: null });
  const address = await client.ipAddress.create({ record: { address: '2001:db8::1' } });
  expect(await client.ipAddress.existing({ record: { address: '2001:DB8:0::1' } })).toEqual({ id: address.id });
  await client.vrf.create({ record: { name: 'lab' } });
  expect(await client.ipAddress.existing({ record: { address: '2001:db8::1', vrfId: 'lab' } })).toEqual({ id: null });
});

test('an upsert without a name never meets another row without one', async () => {
  const { client } = temporaryWorkspace();
  for (const type of ['blank', 'shelf']) {
    expect(await client.equipment.upsert({ record: { type } })).toMatchObject({ outcome: 'created' });
  }
  expect(await client.equipment.list({})).toMatchObject({ total: 2 });
});
