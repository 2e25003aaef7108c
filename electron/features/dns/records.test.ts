import { beforeEach, describe, expect, test } from 'vitest';
import type { CliClient } from '../../engine/cli/session.ts';
import { refusalOf } from '../../testing/failures.ts';
import { temporaryWorkspace } from '../../testing/temporary-workspace.ts';

let client: CliClient;

beforeEach(async () => {
  ({ client } = temporaryWorkspace());
  await client.ipAddress.create({ record: { address: '192.0.2.1' } });
});

type Draft = Parameters<CliClient['dns']['upsert']>[0];

async function upsert(draft: Partial<Draft>): Promise<string> {
  return (await client.dns.upsert({ name: 'www.example.com', type: 'A', zone: 'example.com', ...draft })).outcome;
}

async function values(): Promise<unknown[]> {
  const { items } = await client.dnsRecord.list({ sort: [{ key: 'value', descending: false }] });
  return items.map(({ record }) => record['value']);
}

describe('a record', () => {
  test('is stored in one form, with a TTL of 3600', async () => {
    await upsert({ name: 'WWW.Example.com.', type: 'aaaa', value: '2001:DB8::0:1', zone: 'Example.COM.' });
    const { items } = await client.dnsRecord.list({});
    expect(items[0]?.record).toMatchObject({
      name: 'www.example.com',
      type: 'AAAA',
      value: '2001:db8::1',
      zone: 'example.com',
      ttlSeconds: 3600,
    });
  });

  test('lies in its zone; @ is the zone, and without one the nearest on record is taken', async () => {
    await upsert({ name: '@', value: '192.0.2.9' });
    await upsert({ name: 'a.b.example.com', zone: 'b.example.com', value: '192.0.2.9' });
    await client.dns.upsert({ name: 'c.b.example.com', type: 'A', value: '192.0.2.9' });
    const { items } = await client.dnsRecord.list({});
    expect(items.map(({ record }) => `${record['name']} in ${record['zone']}`).toSorted()).toEqual([
      'a.b.example.com in b.example.com',
      'c.b.example.com in b.example.com',
      'example.com in example.com',
    ]);
    const outside = await refusalOf(upsert({ name: 'www.example.org', value: '192.0.2.9' }));
    expect(outside.message).toContain('Name must lie in the zone example.com');
    const nowhere = await refusalOf(client.dns.upsert({ name: 'www.example.org', type: 'A', value: '192.0.2.9' }));
    expect(nowhere.message).toBe('Zone is required: no zone on record holds "www.example.org".');
  });

  test('of a wrong type or value is refused in a sentence', async () => {
    const message = async (draft: Partial<Draft>) => (await refusalOf(upsert(draft))).message;
    expect(await message({ type: 'B', value: 'x' })).toContain('Type must be one of A, AAAA, CNAME');
    expect(await message({ value: 'x' })).toBe(
      'The value of a A record must be an IPv4 address such as 192.0.2.10; "x" was given.',
    );
    expect(await message({})).toBe('Value is required unless the record is linked to an address.');
  });
});

describe('an upsert', () => {
  test('replaces the one value there is, and adds another only when asked', async () => {
    expect(await upsert({ value: '192.0.2.8' })).toBe('created');
    expect(await upsert({ value: '192.0.2.8' })).toBe('unchanged');
    expect(await upsert({ value: '192.0.2.9', ttlSeconds: 60 })).toBe('updated');
    expect(await values()).toEqual(['192.0.2.9']);
    expect(await upsert({ value: '192.0.2.10', further: true })).toBe('created');
    expect(await values()).toEqual(['192.0.2.10', '192.0.2.9']);
  });

  test('of several values needs the old one named', async () => {
    await upsert({ value: '192.0.2.8' });
    await upsert({ value: '192.0.2.9', further: true });
    const failure = await refusalOf(upsert({ value: '192.0.2.7' }));
    expect(failure).toMatchObject({
      code: 'E_AMBIGUOUS',
      message: expect.stringContaining('has 2 A records: 192.0.2.8, 192.0.2.9.') as unknown,
    });
    expect(await upsert({ value: '192.0.2.7', oldValue: '192.0.2.8' })).toBe('updated');
    expect(await values()).toEqual(['192.0.2.7', '192.0.2.9']);
    expect((await refusalOf(upsert({ value: '192.0.2.7', oldValue: '192.0.2.1' }))).code).toBe('E_NOT_FOUND');
  });

  test('of a file of rows keeps both values of a round robin', async () => {
    const text = 'name,type,value,zone\na.example.com,A,192.0.2.8,example.com\na.example.com,A,192.0.2.9,example.com\n';
    for (const outcome of ['created', 'unchanged'])
      for await (const event of await client.csv.import({ noun: 'dnsRecord', text, accept: 'all' }))
        expect(event).toMatchObject({ kind: 'report', report: { counts: { [outcome]: 2 } } });
    expect(await values()).toEqual(['192.0.2.8', '192.0.2.9']);
  });
});

describe('a linked record', () => {
  test('follows its address', async () => {
    await upsert({ address: '192.0.2.1' });
    expect(await values()).toEqual(['192.0.2.1']);
    const { record, version } = await client.ipAddress.get({ ref: '192.0.2.1' });
    await client.ipAddress.update({ ref: record.id, version, patch: { address: '192.0.2.33' } });
    expect(await values()).toEqual(['192.0.2.33']);
    await client.history.undo();
    expect(await values()).toEqual(['192.0.2.1']);
    const other = client.ipAddress.update({
      ref: record.id,
      version: (await client.ipAddress.get({ ref: record.id })).version,
      patch: { address: '2001:db8::1' },
    });
    expect((await refusalOf(other)).message).toContain('is linked by the A record www.example.com');
  });

  test('takes no value of its own, and is of the type of its address', async () => {
    await upsert({ address: '192.0.2.1' });
    expect((await refusalOf(upsert({ value: '192.0.2.2' }))).message).toContain('The value follows 192.0.2.1');
    expect((await refusalOf(upsert({ type: 'AAAA', address: '192.0.2.1' }))).message).toContain('of type A, not AAAA');
    const pointer = {
      name: '2.2.0.192.in-addr.arpa',
      type: 'PTR',
      zone: '2.0.192.in-addr.arpa',
      value: 'www.example.com',
    };
    expect((await refusalOf(upsert({ ...pointer, address: '192.0.2.1' }))).message).toContain(
      'is named 1.2.0.192.in-addr.arpa',
    );
  });

  test('stays with its value when the address is deleted', async () => {
    await upsert({ address: '192.0.2.1' });
    await client.ipAddress.remove({ refs: ['192.0.2.1'] });
    expect((await client.dnsRecord.list({})).items[0]?.record).toMatchObject({ value: '192.0.2.1', ipAddressId: null });
  });
});

test('checks find what contradicts itself', async () => {
  await client.compute.create({ record: { name: 'web-1' } });
  const zone = `$ORIGIN example.com.
@ SOA ns admin 1 2 3 4 5
www A 192.0.2.1
other A 192.0.2.2
both CNAME www
both TXT "x"
gone CNAME nothing
*.wild A 192.0.2.7
covered CNAME x.wild
away MX 10 mail.elsewhere.net.
`;
  const reverse = `$ORIGIN 2.0.192.in-addr.arpa.
2 PTR wrong.example.com.
7 PTR a.wild.example.com.
`;
  for (const text of [zone, reverse])
    for await (const event of await client.dns.importZone({ text, link: true })) expect(event.kind).toBe('report');
  const found = await client.dns.check({});
  expect(found.map(({ code, message }) => `${code}: ${message}`).toSorted()).toEqual([
    'CNAME_AND_OTHER: both.example.com is an alias (CNAME) and has a record of type TXT too.',
    'DANGLING_ADDRESS: www.example.com leads to 192.0.2.1, which belongs to nobody.',
    'DANGLING_TARGET: 2.2.0.192.in-addr.arpa (PTR) leads to wrong.example.com, of which there is no record.',
    'DANGLING_TARGET: gone.example.com (CNAME) leads to nothing.example.com, of which there is no record.',
    'NO_NAME_SERVER: The zone example.com has no name server (NS) at its origin.',
    'PTR_MISSING: 192.0.2.1 of www.example.com has no PTR record 1.2.0.192.in-addr.arpa.',
    'PTR_WRONG: The PTR record of 192.0.2.2 leads to wrong.example.com, which does not lead back; other.example.com does.',
  ]);
  expect(await client.dns.check({ zone: '2.0.192.in-addr.arpa' })).toHaveLength(1);
});
