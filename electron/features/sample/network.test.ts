import { beforeEach, expect, test } from 'vitest';
import { temporaryWorkspace } from '../../testing/temporary-workspace.ts';
import type { CliClient } from '../../engine/cli/session.ts';

let client: CliClient;

beforeEach(async () => {
  ({ client } = temporaryWorkspace());
  await client.workspace.addSample();
});

test('the prefixes make trees, and each web server has a private, a public and an IPv6 address', async () => {
  const { nodes } = await client.network.tree({});
  expect(nodes.find(({ cidr }) => cidr === '10.20.0.0/16')).toMatchObject({ depth: 0, children: 18 });
  expect(nodes.find(({ cidr }) => cidr === '203.0.113.0/28')).toMatchObject({ depth: 1, vlan: 21 });
  const own = await client.network.ofCompute({ compute: 'fra1-web-01' });
  expect(own.map(({ address, isPrimary }) => [address, isPrimary])).toEqual([
    ['10.20.1.11', true],
    ['203.0.113.20', false],
    ['2001:db8:20:1::20', false],
  ]);
});

test('states, sort keys and types are what the rules would have written', async () => {
  const { items } = await client.ipAddress.list({ limit: 1000 });
  for (const { record } of items.filter((_, index) => index % 40 === 0)) {
    const { id: _id, sortKey: _sortKey, ...given } = record;
    expect(await client.ipAddress.upsert({ record: given })).toMatchObject({ outcome: 'unchanged' });
  }
  const { items: prefixes } = await client.prefix.list({ limit: 100 });
  for (const { record } of prefixes) {
    const { id: _id, firstKey: _first, lastKey: _last, lastGiven: _given, ...given } = record;
    expect(await client.prefix.upsert({ record: given })).toMatchObject({ outcome: 'unchanged' });
  }
});

test('what contradicts itself is what was meant to: a name that leads nowhere, an address without a PTR', async () => {
  const dns = await client.dns.check({});
  expect(dns.map(({ code, name }) => `${code} ${name}`)).toEqual([
    'PTR_MISSING fra1-web-22.shop.example',
    'DANGLING_TARGET shop.example',
    'DANGLING_TARGET status.shop.example',
  ]);
  // The load balancers' own /28 was cut out of the public /25, whose hosts keep the wider mask.
  expect((await client.network.findings({})).map(({ message }) => message)).toEqual([
    '203.0.113.5 is in 203.0.113.0/28, 203.0.113.20 in 203.0.113.0/25, which overlap.',
  ]);
  expect(await client.portAssignment.findings({})).toEqual([]);
});

test('the firewall lets the shop in and nothing else', async () => {
  const ask = async (port: number, source = '8.8.8.8') =>
    (await client.firewall.packet({ compute: 'fra1-web-01', protocol: 'tcp', source, port })).message;
  expect(await ask(443)).toBe('ALLOW by rule web (priority 50).');
  expect(await ask(80)).toBe('DENY by rule deny-the-rest (priority 1000).');
  expect(await ask(22, '10.20.16.11')).toBe('ALLOW by rule ssh-from-monitoring (priority 10).');
});
