import { beforeEach, describe, expect, test } from 'vitest';
import type { CliClient } from '../../engine/cli/session.ts';
import { refusalOf } from '../../testing/failures.ts';
import { temporaryWorkspace } from '../../testing/temporary-workspace.ts';

let client: CliClient;

beforeEach(() => {
  ({ client } = temporaryWorkspace());
});

async function prefixes(...cidrs: string[]): Promise<void> {
  for (const cidr of cidrs) await client.prefix.create({ record: { cidr } });
}

describe('giving out addresses', () => {
  test('an empty 10.0.0.0/29 with gateway .1 gives .2 to .6, then is out; a freed .3 comes next (systems.md 5.7, 13)', async () => {
    await client.prefix.create({ record: { cidr: '10.0.0.0/29', gateway: '10.0.0.1' } });
    const given: string[] = [];
    for (let request = 0; request < 5; request += 1)
      given.push((await client.network.allocate({ prefix: '10.0.0.0/29' })).addresses[0]?.address ?? '');
    expect(given).toEqual(['10.0.0.2', '10.0.0.3', '10.0.0.4', '10.0.0.5', '10.0.0.6']);
    const full = await refusalOf(client.network.allocate({ prefix: '10.0.0.0/29' }));
    expect(full).toMatchObject({ code: 'E_RANGE_FULL', message: '10.0.0.0/29 is out of available ips.' });
    await client.network.release({ address: '10.0.0.3', forget: true });
    expect((await client.network.allocate({ prefix: '10.0.0.0/29' })).addresses[0]?.address).toBe('10.0.0.3');
    await client.network.release({ address: '10.0.0.5' });
    expect(await client.network.nextFree({ prefix: '10.0.0.0/29' })).toEqual({ addresses: ['10.0.0.5'] });
  });

  test('to a compute they are assigned, the first as its primary address when asked, with what the prefix says', async () => {
    await client.compute.create({ record: { name: 'web-1' } });
    await client.prefix.create({
      record: { cidr: '192.0.2.0/24', gateway: '192.0.2.1', vlan: 7, dnsServers: '9.9.9.9', provider: 'OVH' },
    });
    await client.network.allocate({ prefix: '192.0.2.0/24', count: 2, compute: 'web-1', isPrimary: true });
    expect(await client.network.ofCompute({ compute: 'web-1' })).toMatchObject([
      {
        address: '192.0.2.2',
        isPrimary: true,
        cidr: '192.0.2.0/24',
        gateway: '192.0.2.1',
        vlan: 7,
        dnsServers: '9.9.9.9',
      },
      { address: '192.0.2.3', isPrimary: false },
    ]);
    await client.history.undo();
    expect((await client.ipAddress.list({})).total).toBe(0);
  });

  test('asking for more than there is writes nothing', async () => {
    await prefixes('10.0.0.0/30');
    const failure = await refusalOf(client.network.allocate({ prefix: '10.0.0.0/30', count: 3 }));
    expect(failure.message).toBe('10.0.0.0/30 is out of available ips; 2 of 3 are left.');
    expect((await client.ipAddress.list({})).total).toBe(0);
  });

  test('naming the address alone needs exactly one prefix that holds it (systems.md 5.7, 14)', async () => {
    await client.vrf.create({ record: { name: 'blue' } });
    const none = await refusalOf(client.network.allocate({ address: '10.0.0.9' }));
    expect(none.code).toBe('E_RANGE_NONE');
    await prefixes('10.0.0.0/8', '10.0.0.0/24');
    expect((await client.network.allocate({ address: '10.0.0.9' })).addresses).toMatchObject([{ address: '10.0.0.9' }]);
    await client.prefix.create({ record: { cidr: '10.0.0.0/16', vrfId: 'blue' } });
    const two = await refusalOf(client.network.allocate({ address: '10.0.0.10' }));
    expect(two).toMatchObject({
      code: 'E_RANGE_AMBIGUOUS',
      message: '10.0.0.10 lies in 10.0.0.0/24 of VRF default and in 10.0.0.0/16 of VRF blue; name the prefix.',
    });
    expect((await refusalOf(client.network.allocate({ address: '10.0.0.9', prefix: '10.0.0.0/24' }))).message).toBe(
      '10.0.0.9 is reserved.',
    );
    expect((await refusalOf(client.network.allocate({ address: '10.0.1.9', prefix: '10.0.0.0/24' }))).message).toBe(
      'Address 10.0.1.9 is not in 10.0.0.0/24.',
    );
  });
});

describe('prefixes', () => {
  test('make a tree with utilisation: what lies directly inside counts', async () => {
    await prefixes('10.0.0.0/16', '10.0.1.0/24', '10.0.0.0/24', '2001:db8::/32');
    for (const address of ['10.0.0.1', '10.0.0.2', '10.0.9.9'])
      await client.ipAddress.create({ record: { address, state: 'reserved' } });
    await client.ipAddress.create({ record: { address: '10.0.0.3' } });
    const { nodes } = await client.network.tree({});
    expect(
      nodes.map(({ cidr, depth, used, capacity, children, addresses }) => [
        cidr,
        depth,
        used,
        capacity,
        children,
        addresses,
      ]),
    ).toEqual([
      // 2 × 256 of the prefixes inside and one address beside them, of 65,536.
      ['10.0.0.0/16', 0, '513', '65536', 2, 1],
      ['10.0.0.0/24', 1, '2', '254', 0, 3],
      ['10.0.1.0/24', 1, '0', '254', 0, 0],
      // 2^96 − 1: without the router anycast address.
      ['2001:db8::/32', 0, '0', '79228162514264337593543950335', 0, 0],
    ]);
  });

  test('say what is free and what is used', async () => {
    await client.compute.create({ record: { name: 'web-1' } });
    await client.prefix.create({ record: { cidr: '10.0.0.0/29', gateway: '10.0.0.1' } });
    await client.network.allocate({ prefix: '10.0.0.0/29', compute: 'web-1' });
    const { segments, total } = await client.network.map({ prefix: '10.0.0.0/29' });
    expect(segments.map(({ kind, first, last, computes }) => [kind, first, last, ...computes])).toEqual([
      ['network', '10.0.0.0', '10.0.0.0'],
      ['gateway', '10.0.0.1', '10.0.0.1'],
      ['address', '10.0.0.2', '10.0.0.2', 'web-1'],
      ['free', '10.0.0.3', '10.0.0.6'],
      ['broadcast', '10.0.0.7', '10.0.0.7'],
    ]);
    expect(total).toBe(5);
    expect((await client.network.map({ prefix: '10.0.0.0/29', limit: 1 })).segments).toHaveLength(1);
  });

  test('propose the next network of a size, and an address what its innermost prefix says', async () => {
    await prefixes('10.0.0.0/16', '10.0.0.0/24');
    expect(await client.network.nextNetwork({ prefix: '10.0.0.0/16', length: 24 })).toEqual({ cidr: '10.0.1.0/24' });
    expect(await client.network.propose({ address: '10.0.0.9' })).toMatchObject({
      type: 'private',
      cidr: '10.0.0.0/24',
    });
    expect(await client.network.propose({ address: 'nonsense' })).toMatchObject({ type: null, prefixId: null });
  });

  test('are written by their first address, once per VRF, with a gateway inside', async () => {
    const message = async (record: { cidr: string; gateway?: string }) =>
      (await refusalOf(client.prefix.create({ record }))).message;
    expect(await message({ cidr: '10.0.0.1/24' })).toContain('Network must be a network written by its first address');
    expect(await message({ cidr: '10.0.0.0/24', gateway: '10.0.1.1' })).toBe('Gateway 10.0.1.1 is not in 10.0.0.0/24.');
    await prefixes('10.0.0.0/24');
    expect(await message({ cidr: '10.0.0.0/24' })).toContain('The name "10.0.0.0/24" is taken');
  });
});

test('findings tell what contradicts itself', async () => {
  await client.compute.create({ record: { name: 'web-1' } });
  await client.vrf.create({ record: { name: 'blue' } });
  await client.prefix.create({ record: { cidr: '10.0.0.0/24', gateway: '10.0.0.1' } });
  const address = async (text: string, fields: Record<string, unknown> = {}) =>
    client.ipAddress.upsert({ record: { address: text, ...fields } });
  await address('192.0.2.1');
  await address('10.0.0.1');
  await client.ipAssignment.upsert({ record: { computeId: 'web-1', ipAddressId: '10.0.0.1' } });
  await address('10.0.0.2', { cidr: '10.0.0.0/25', gateway: '10.0.0.200' });
  await address('10.0.0.3', { cidr: '10.0.0.0/24' });
  await address('10.0.0.255', { state: 'reserved' });
  await address('10.0.0.3', { vrfId: 'blue' });
  const found = await client.network.findings({});
  expect(found.map(({ code, message }) => `${code}: ${message}`).toSorted()).toEqual([
    'DUPLICATE: 10.0.0.3 is in VRF default and in VRF blue.',
    'GATEWAY_ASSIGNED: 10.0.0.1 is the gateway of 10.0.0.0/24, and is assigned to a compute.',
    'GATEWAY_OUTSIDE: Gateway 10.0.0.200 of 10.0.0.2 is not in 10.0.0.0/25.',
    'NOT_FOR_HOSTS: 10.0.0.255 is the broadcast address of 10.0.0.0/24, and is reserved.',
    'NO_PRIMARY: web-1 has addresses, and none of them is its primary address.',
    'OTHER_NETWORK: 10.0.0.2 says it is in 10.0.0.0/25; its prefix is 10.0.0.0/24.',
    'OUTSIDE_PREFIXES: 192.0.2.1 lies in no prefix.',
    'OVERLAP: 10.0.0.2 is in 10.0.0.0/25, 10.0.0.3 in 10.0.0.0/24, which overlap.',
  ]);
});

test('an address in no prefix is given all the same when that is asked for, and labels say names', async () => {
  await client.compute.create({ record: { name: 'web-1' } });
  const compute = (await client.compute.get({ ref: 'web-1' })).record.id;
  const { label } = await client.network.allocate({ address: '203.0.113.9', compute, alone: true, isPrimary: true });
  expect(label).toBe('Give 203.0.113.9 to web-1');
  expect(await client.network.ofCompute({ compute })).toMatchObject([
    { address: '203.0.113.9', vrf: 'default', isPrimary: true, type: 'public', cidr: null },
  ]);
  const { record } = await client.ipAddress.get({ ref: '203.0.113.9' });
  expect((await client.network.release({ address: record.id })).label).toBe('Take back 203.0.113.9');
  await client.prefix.create({ record: { cidr: '203.0.113.0/24' } });
  const { record: prefix } = await client.prefix.get({ ref: '203.0.113.0/24' });
  expect((await client.network.allocate({ prefix: prefix.id, count: 2 })).label).toBe(
    'Reserve 2 addresses of 203.0.113.0/24',
  );
});
