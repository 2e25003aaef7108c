import { expect, test } from 'vitest';
import { temporaryWorkspace } from '../../testing/temporary-workspace.ts';
import { imported, previewed } from './testing/files.ts';

type Client = ReturnType<typeof temporaryWorkspace>['client'];

/** web and db run on srv-1, which has 203.0.113.45. */
async function recorded(): Promise<Client> {
  const { client } = temporaryWorkspace();
  await client.compute.create({ record: { name: 'srv-1', statedCores: 8 } });
  for (const name of ['web', 'db']) {
    await client.service.create({ record: { name, maxSpec: { cores: 2 } } });
    await client.assignment.create({ record: { serviceId: name, computeId: 'srv-1', allocated: { cores: 2 } } });
  }
  await client.ipAddress.create({ record: { address: '203.0.113.45', vlan: 10 } });
  await client.firewallRule.create({ record: { name: 'ssh', action: 'ALLOW', priority: 10 } });
  await client.dns.upsert({ name: 'www.example.com', type: 'A', zone: 'example.com', value: '192.0.2.1' });
  await client.portAssignment.take({
    assignment: { service: 'web', compute: 'srv-1' },
    address: '203.0.113.45',
    port: 8080,
    servicePort: 80,
  });
  return client;
}

/** What a second line about the same key changes: only the columns that the file has. */
test.each([
  ['firewallRule', 'name,action\nSSH,DENY\nweb,ALLOW', 'action'],
  ['ipAddress', 'address,region\n203.0.113.45,eu\n2001:DB8::1,eu', 'region'],
  ['dnsRecord', 'name,type,zone,value\nwww.example.com,A,example.com,192.0.2.9\nmx.example.com,A,,192.0.2.2', 'value'],
  [
    'portAssignment',
    'assignment,ip address,port,protocol,servicePort\nweb / srv-1,203.0.113.45,8080,tcp,81\nweb / srv-1,203.0.113.45,8081,tcp,81',
    'servicePort',
  ],
])('a line of %s whose natural key is on record changes that row', async (noun, text, changed) => {
  const client = await recorded();
  const preview = await previewed(client, { noun, text });
  expect(preview.shown.map(({ outcome }) => outcome)).toEqual(['updated', 'created']);
  expect(preview.shown[0]?.changes.map(({ key }) => key)).toEqual([changed]);
  expect((await imported(client, { noun, text })).counts).toMatchObject({ created: 1, updated: 1, refused: 0 });
  expect((await imported(client, { noun, text })).counts).toMatchObject({ unchanged: 2 });
});

test('a port of another assignment is refused in a file, naming who has it', async () => {
  const client = await recorded();
  const text = 'assignment,ip address,port,protocol,servicePort\ndb / srv-1,203.0.113.45,8080,tcp,5432';
  const { problems } = await previewed(client, { noun: 'portAssignment', text });
  expect(problems.map(({ message }) => message)).toEqual([
    'web on srv-1 has 203.0.113.45:8080/tcp → 80; take it over to give it to another.',
  ]);
  const all = text.replace(',tcp,', ',all,');
  expect(
    (await previewed(client, { noun: 'portAssignment', text: all })).problems.map(({ message }) => message),
  ).toEqual(['Port 8080/all is not free: web on srv-1 has 203.0.113.45:8080/tcp → 80.']);
});

const HEAD = 'assignment,ip address,port,protocol,servicePort';

test.each([
  ['tcp', 80, 'updated'],
  ['tcp', 5432, 'updated'],
  ['all', 5432, 'created'],
] as const)(
  'a file that takes over gives a port for %s → %i to another, names who had it, and is one undo',
  async (protocol, servicePort, outcome) => {
    const client = await recorded();
    const text = `${HEAD}\ndb / srv-1,203.0.113.45,8080,${protocol},${servicePort}`;
    const question = { noun: 'portAssignment', text, existing: 'take over' } as const;
    const ports = async () =>
      (await client.portAssignment.ofCompute({ compute: 'srv-1' })).map((row) => `${row.service} ${row.text}`);
    const before = await ports();
    expect(before).toEqual(['web 203.0.113.45:8080/tcp → 80']);
    expect((await previewed(client, question)).shown).toMatchObject([
      {
        outcome,
        name: `203.0.113.45 / 8080 / ${protocol}`,
        takenFrom: ['web on srv-1 has 203.0.113.45:8080/tcp → 80'],
      },
    ]);
    expect(await ports()).toEqual(before);
    await imported(client, question);
    expect(await ports()).toEqual([`db 203.0.113.45:8080/${protocol} → ${servicePort}`]);
    expect((await imported(client, question)).counts).toMatchObject({ unchanged: 1 });
    await client.history.undo();
    expect(await ports()).toEqual(before);
  },
);

test('one row of a file does not take over what another row of it has', async () => {
  const client = await recorded();
  const text = `${HEAD}\nweb / srv-1,203.0.113.45,9000,tcp,80\ndb / srv-1,203.0.113.45,9000,all,5432`;
  const { counts, problems } = await previewed(client, { noun: 'portAssignment', text, existing: 'take over' });
  expect(counts).toMatchObject({ created: 1, refused: 1 });
  expect(problems.map(({ message }) => message)).toEqual(['Row 2 of the file is about the same one.']);
});

test('of several values of a name a file must say which one is meant, by bringing them all', async () => {
  const client = await recorded();
  const name = { name: 'www.example.com', type: 'A', zone: 'example.com' };
  await client.dns.upsert({ ...name, value: '192.0.2.2', further: true });
  const text = 'name,type,zone,value\nwww.example.com,A,example.com,192.0.2.3';
  const { problems } = await previewed(client, { noun: 'dnsRecord', text });
  expect(problems[0]?.message).toBe(
    'www.example.com has 2 A records: 192.0.2.1, 192.0.2.2. Say which old value is meant, or that a further one is added.',
  );
});
