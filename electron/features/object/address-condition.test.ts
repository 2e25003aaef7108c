import { beforeEach, describe, expect, test } from 'vitest';
import { temporaryWorkspace, type TemporaryWorkspace } from '../../testing/temporary-workspace.ts';

let client: TemporaryWorkspace['client'];

beforeEach(async () => {
  ({ client } = temporaryWorkspace());
  for (const [name, addresses] of [
    ['web-1', ['10.0.0.5', '2001:db8::5']],
    ['web-2', ['10.0.1.5']],
    ['web-3', []],
  ] as const) {
    await client.compute.create({ record: { name } });
    for (const address of addresses) {
      await client.ipAddress.create({ record: { address } });
      await client.ipAssignment.create({ record: { computeId: name, ipAddressId: address } });
    }
  }
  for (const cidr of ['10.0.0.0/8', '10.0.0.0/24', '2001:db8::/32']) await client.prefix.create({ record: { cidr } });
});

async function computes(query: string): Promise<string[]> {
  return (await client.compute.list({ query })).items.map(({ name }) => name);
}

describe('ip: of computes', () => {
  test.each([
    ['ip:10.0.0.5', ['web-1']],
    ['ip:2001:DB8:0:0::5', ['web-1']],
    ['ip:10.0.0.0/16', ['web-1', 'web-2']],
    ['ip:10.0.0.0/24', ['web-1']],
    ['ip:10.0.*', ['web-1', 'web-2']],
    ['ip:/^2001/', ['web-1']],
    ['not ip:10.0.0.0/8', ['web-3']],
    ['ip:10.0.0.5,10.0.1.5', ['web-1', 'web-2']],
    ['ip:nonsense', []],
  ])('%s', async (query, names) => {
    expect(await computes(query)).toEqual(names);
  });
});

test('ip: of addresses and of prefixes', async () => {
  const addresses = async (query: string) => (await client.ipAddress.list({ query })).items.map(({ name }) => name);
  const prefixes = async (query: string) => (await client.prefix.list({ query })).items.map(({ name }) => name);
  expect(await addresses('ip:10.0.0.0/8')).toEqual(['10.0.0.5', '10.0.1.5']);
  expect(await prefixes('ip:10.0.0.77')).toEqual(['10.0.0.0/8', '10.0.0.0/24']);
  expect(await prefixes('ip:10.0.0.0/16')).toEqual(['10.0.0.0/24']);
});
