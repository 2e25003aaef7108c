import { beforeEach, describe, expect, test } from 'vitest';
import type { CliClient } from '../../engine/cli/session.ts';
import { refusalOf } from '../../testing/failures.ts';
import { temporaryWorkspace } from '../../testing/temporary-workspace.ts';

let client: CliClient;

beforeEach(async () => {
  ({ client } = temporaryWorkspace());
  for (const name of ['web-1', 'web-2']) await client.compute.create({ record: { name } });
});

async function address(text: string, fields: Record<string, unknown> = {}) {
  return client.ipAddress.upsert({ record: { address: text, ...fields } });
}

async function assign(computeId: string, ipAddressId: string, fields: Record<string, unknown> = {}) {
  return client.ipAssignment.upsert({ record: { computeId, ipAddressId, ...fields } });
}

async function recordOf(text: string) {
  return (await client.ipAddress.get({ ref: text })).record;
}

describe('an address', () => {
  test('is stored in one form, with the type it says itself and DNS servers between commas', async () => {
    await address('2001:DB8:0:0::5', { cidr: '2001:db8::5/64', dnsServers: '9.9.9.9,1.1.1.1', vlan: 12 });
    expect(await recordOf('2001:db8::5')).toMatchObject({
      cidr: '2001:db8::/64',
      dnsServers: '9.9.9.9, 1.1.1.1',
      type: 'public',
      state: 'available',
      vlan: 12,
    });
    await address('10.0.0.1', { type: 'public' });
    expect(await recordOf('10.0.0.1')).toMatchObject({ type: 'public' });
    await client.ipAddress.upsert({ record: { address: '10.0.0.1', type: null } });
    expect(await recordOf('10.0.0.1')).toMatchObject({ type: 'private' });
  });

  test('is upserted by address, once in each VRF', async () => {
    expect(await address('10.0.0.1', { provider: 'OVH' })).toMatchObject({ outcome: 'created' });
    expect(await address(' 10.0.0.1 ', { region: 'gra' })).toMatchObject({ outcome: 'updated' });
    expect(await address('10.0.0.1', { region: 'gra' })).toMatchObject({ outcome: 'unchanged' });
    expect(await recordOf('10.0.0.1')).toMatchObject({ provider: 'OVH', region: 'gra' });
    await client.vrf.create({ record: { name: 'blue' } });
    expect(await address('10.0.0.1', { vrfId: 'blue' })).toMatchObject({ outcome: 'created' });
    expect((await client.ipAddress.list({})).total).toBe(2);
    expect((await refusalOf(client.ipAddress.get({ ref: '10.0.0.1' }))).code).toBe('E_AMBIGUOUS');
  });

  test('that is none is refused in a sentence, and so is one outside its CIDR', async () => {
    const failure = await refusalOf(client.ipAddress.create({ record: { address: '10.0.0.256' } }));
    expect(failure.message).toBe(
      'Address must be an IPv4 or IPv6 address such as 192.0.2.10 or 2001:db8::10; "10.0.0.256" was given.',
    );
    const outside = client.ipAddress.create({ record: { address: '10.0.1.1', cidr: '10.0.0.0/24' } });
    expect((await refusalOf(outside)).message).toBe('Address 10.0.1.1 is not in its CIDR 10.0.0.0/24.');
  });

  test('sorts as a number, not as text', async () => {
    for (const text of ['10.0.0.10', '10.0.0.9', '9.0.0.1', '2001:db8::1']) await address(text);
    const { items } = await client.ipAddress.list({ sort: [{ key: 'address', descending: false }], limit: 3 });
    expect(items.map(({ name }) => name)).toEqual(['9.0.0.1', '10.0.0.9', '10.0.0.10']);
  });

  test('the default VRF needs no row', async () => {
    const failure = await refusalOf(client.vrf.create({ record: { name: 'Default' } }));
    expect(failure.message).toContain('The default VRF needs no row');
  });
});

describe('the state of an address', () => {
  test('is assigned by assigning and available again by freeing, however it is freed', async () => {
    await address('10.0.0.1', { state: 'reserved' });
    const { id } = await assign('web-1', '10.0.0.1');
    expect(await recordOf('10.0.0.1')).toMatchObject({ state: 'assigned' });
    await client.ipAssignment.remove({ refs: [id] });
    expect(await recordOf('10.0.0.1')).toMatchObject({ state: 'available' });
    await assign('web-1', '10.0.0.1');
    await client.compute.remove({ refs: ['web-1'] });
    expect(await recordOf('10.0.0.1')).toMatchObject({ state: 'available' });
    await client.history.undo();
    expect(await recordOf('10.0.0.1')).toMatchObject({ state: 'assigned' });
  });

  test('moves along when the assignment gets another address', async () => {
    await address('10.0.0.1');
    await address('10.0.0.2');
    const { id } = await assign('web-1', '10.0.0.1');
    const { version } = await client.ipAssignment.get({ ref: id });
    await client.ipAssignment.update({ ref: id, version, patch: { ipAddressId: '10.0.0.2' } });
    expect(await recordOf('10.0.0.1')).toMatchObject({ state: 'available' });
    expect(await recordOf('10.0.0.2')).toMatchObject({ state: 'assigned' });
  });

  test('cannot be said otherwise', async () => {
    await address('10.0.0.1');
    expect((await refusalOf(address('10.0.0.1', { state: 'assigned' }))).message).toBe(
      '10.0.0.1 becomes assigned when a compute gets it; nobody has it.',
    );
    await assign('web-1', '10.0.0.1');
    expect((await refusalOf(address('10.0.0.1', { state: 'reserved' }))).message).toBe(
      '10.0.0.1 is assigned to web-1; take it back before it becomes reserved.',
    );
    await address('10.0.0.2', { state: 'assigned' });
    expect(await recordOf('10.0.0.2')).toMatchObject({ state: 'available' });
  });

  test('comes back with an address that was deleted together with its assignment', async () => {
    await address('10.0.0.1');
    await assign('web-1', '10.0.0.1');
    expect((await client.ipAddress.previewRemove({ refs: ['10.0.0.1'] })).owned).toEqual([
      { noun: 'ipAssignment', count: 1 },
    ]);
    await client.ipAddress.remove({ refs: ['10.0.0.1'] });
    expect((await client.ipAssignment.list({})).total).toBe(0);
    await client.history.undo();
    expect(await recordOf('10.0.0.1')).toMatchObject({ state: 'assigned' });
    expect((await client.ipAssignment.list({})).total).toBe(1);
  });
});

describe('whose an address is', () => {
  test('one compute only, unless it is shared', async () => {
    await address('10.0.0.1');
    await assign('web-1', '10.0.0.1');
    const failure = await refusalOf(assign('web-2', '10.0.0.1'));
    expect(failure).toMatchObject({
      code: 'E_IN_USE',
      message: expect.stringContaining('10.0.0.1 belongs to web-1;') as unknown,
    });
    await address('10.0.0.1', { shared: true });
    await assign('web-2', '10.0.0.1');
    expect((await refusalOf(address('10.0.0.1', { shared: false }))).message).toContain('belongs to web-1, web-2');
    await client.network.release({ address: '10.0.0.1', compute: 'web-1' });
    expect(await recordOf('10.0.0.1')).toMatchObject({ state: 'assigned' });
    await client.network.release({ address: '10.0.0.1' });
    expect(await recordOf('10.0.0.1')).toMatchObject({ state: 'available' });
  });

  test('naming a new primary address clears the old one in the same change, IPv4 and IPv6 together', async () => {
    await address('10.0.0.1');
    await address('2001:db8::1');
    await assign('web-1', '10.0.0.1', { isPrimary: true, interfaceName: 'eth0' });
    const { groupId } = await assign('web-1', '2001:db8::1', { isPrimary: true });
    expect((await client.history.group({ id: groupId ?? 0 })).map(({ noun }) => noun)).toContain('ipAssignment');
    const rows = await client.network.ofCompute({ compute: 'web-1' });
    expect(rows.map((row) => [row.address, row.isPrimary, row.interfaceName])).toEqual([
      ['2001:db8::1', true, null],
      ['10.0.0.1', false, 'eth0'],
    ]);
    await client.history.undo();
    expect((await client.network.ofCompute({ compute: 'web-1' })).map((row) => [row.address, row.isPrimary])).toEqual([
      ['10.0.0.1', true],
    ]);
  });

  test('a clone of a compute has none of its addresses', async () => {
    await address('10.0.0.1');
    await assign('web-1', '10.0.0.1');
    await client.compute.clone({ ref: 'web-1', names: ['web-3'] });
    expect(await client.network.ofCompute({ compute: 'web-3' })).toEqual([]);
  });
});

test('who has an address is told by name, with interface and whether it is primary', async () => {
  await address('192.0.2.1', { shared: true });
  await assign('web-2', '192.0.2.1', { interfaceName: 'eth1' });
  await assign('web-1', '192.0.2.1', { isPrimary: true });
  expect(await client.network.holders({ address: '192.0.2.1' })).toMatchObject([
    { compute: 'web-1', interfaceName: null, isPrimary: true },
    { compute: 'web-2', interfaceName: 'eth1', isPrimary: false },
  ]);
  await client.network.release({ address: '192.0.2.1', compute: 'web-1' });
  expect(await client.network.holders({ address: '192.0.2.1' })).toHaveLength(1);
});
