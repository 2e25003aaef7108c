import { beforeEach, describe, expect, test } from 'vitest';
import type { CliClient } from '../../engine/cli/session.ts';
import { refusalOf } from '../../testing/failures.ts';
import { temporaryWorkspace } from '../../testing/temporary-workspace.ts';

let client: CliClient;

/** web and db run on srv-1, web on srv-2; srv-1 has 203.0.113.45 as its primary address. */
beforeEach(async () => {
  ({ client } = temporaryWorkspace());
  for (const name of ['srv-1', 'srv-2']) await client.compute.create({ record: { name, statedCores: 8 } });
  for (const name of ['web', 'db'])
    await client.service.create({
      record: { name, maxSpec: { cores: 2 }, ports: [{ port: 80, protocol: 'tcp', description: 'HTTP' }] },
    });
  for (const [serviceId, computeId] of [
    ['web', 'srv-1'],
    ['db', 'srv-1'],
    ['web', 'srv-2'],
  ] as const)
    await client.assignment.create({ record: { serviceId, computeId, allocated: { cores: 2 } } });
  await client.ipAddress.create({ record: { address: '203.0.113.45' } });
  await client.ipAssignment.create({ record: { computeId: 'srv-1', ipAddressId: '203.0.113.45', isPrimary: true } });
});

type Take = Parameters<CliClient['portAssignment']['take']>[0];

const WEB = { service: 'web', compute: 'srv-1' };

async function take(more: Partial<Take> = {}): Promise<string> {
  const request = { assignment: WEB, address: '203.0.113.45', port: 8080, servicePort: 80, ...more };
  return (await client.portAssignment.take(request)).outcome;
}

async function texts(compute: string): Promise<string[]> {
  return (await client.portAssignment.ofCompute({ compute })).map(({ text }) => text);
}

test('a mapping is shown as 203.0.113.45:8080/tcp → 80, in its compute and in the list', async () => {
  expect(await take()).toBe('created');
  expect(await texts('srv-1')).toEqual(['203.0.113.45:8080/tcp → 80']);
  const { items } = await client.portAssignment.list({ sort: [{ key: 'mapping', descending: false }] });
  expect(items[0]?.derived).toEqual({ mapping: '203.0.113.45:8080/tcp → 80', service: 'web', compute: 'srv-1' });
  await client.ipAddress.create({ record: { address: '2001:db8::1' } });
  await take({ address: '2001:db8::1' });
  expect(await texts('srv-1')).toContain('[2001:db8::1]:8080/tcp → 80');
});

describe('a port', () => {
  test('of the same assignment is updated: service port and description', async () => {
    await take();
    expect(await take({ servicePort: 81, description: 'proxy' })).toBe('updated');
    expect(await take({ servicePort: 81 })).toBe('unchanged');
    expect(await texts('srv-1')).toEqual(['203.0.113.45:8080/tcp → 81']);
  });

  test('of another assignment is refused naming it, unless it is taken over', async () => {
    await take();
    const other = { assignment: { service: 'web', compute: 'srv-2' } };
    expect(await refusalOf(take(other))).toMatchObject({
      code: 'E_PORT_BUSY',
      message: 'web on srv-1 has 203.0.113.45:8080/tcp → 80; take it over to give it to another.',
    });
    expect(await take({ ...other, servicePort: 90, takeOver: true })).toBe('taken over');
    expect([await texts('srv-1'), await texts('srv-2')]).toEqual([[], ['203.0.113.45:8080/tcp → 90']]);
    await client.history.undo();
    expect(await texts('srv-1')).toEqual(['203.0.113.45:8080/tcp → 80']);
  });

  test('is taken over in no other way: not by an upsert and not by an edit', async () => {
    await take();
    const { items } = await client.assignment.list({});
    const [other = ''] = items.filter(({ record }) => record.id !== undefined).map(({ record }) => record.id);
    const holder = (await client.portAssignment.ofCompute({ compute: 'srv-1' }))[0];
    const foreign = items.find(({ record }) => record.id !== holder?.assignmentId)?.record.id ?? other;
    const record = { assignmentId: foreign, ipAddressId: '203.0.113.45', port: 8080, servicePort: 80 };
    expect((await refusalOf(client.portAssignment.upsert({ record: { ...record, protocol: 'tcp' } }))).code).toBe(
      'E_PORT_BUSY',
    );
  });

  test.each([
    ['tcp', 'all'],
    ['all', 'udp'],
    ['icmp', 'all'],
  ] as const)('taken for %s clashes with %s, and gives way only to a take-over', async (first, second) => {
    await take({ protocol: first });
    const wanted = { protocol: second, servicePort: 90, assignment: { service: 'web', compute: 'srv-2' } };
    const failure = await refusalOf(take(wanted));
    expect(failure.code).toBe('E_PORT_BUSY');
    expect(failure.message).toBe(
      `web on srv-1 has 203.0.113.45:8080/${first} → 80; take it over to give it to another.`,
    );
    expect(await take({ ...wanted, takeOver: true })).toBe('taken over');
    expect([await texts('srv-1'), await texts('srv-2')]).toEqual([[], [`203.0.113.45:8080/${second} → 90`]]);
    await client.history.undo();
    expect([await texts('srv-1'), await texts('srv-2')]).toEqual([[`203.0.113.45:8080/${first} → 80`], []]);
  });

  test('wanted for all names everybody who has it for one protocol', async () => {
    await take();
    await take({ protocol: 'udp', assignment: { service: 'db', compute: 'srv-1' } });
    const wanted = { protocol: 'all' as const, assignment: { service: 'web', compute: 'srv-2' } };
    const { message } = await refusalOf(take(wanted));
    expect(message).toContain('web on srv-1 has 203.0.113.45:8080/tcp → 80');
    expect(message).toContain('db on srv-1 has 203.0.113.45:8080/udp → 80');
    expect(await take({ ...wanted, takeOver: true })).toBe('taken over');
    expect([await texts('srv-1'), await texts('srv-2')]).toEqual([[], ['203.0.113.45:8080/all → 80']]);
  });

  test('of the same assignment is led for all in place of one protocol only by a take-over', async () => {
    await take();
    expect((await refusalOf(take({ protocol: 'all' }))).code).toBe('E_PORT_BUSY');
    await take({ protocol: 'all', takeOver: true });
    expect(await texts('srv-1')).toEqual(['203.0.113.45:8080/all → 80']);
  });

  test('is refused in a generic form and in a file too, naming who has it', async () => {
    await take();
    const record = { ipAddressId: '203.0.113.45', port: 8080, protocol: 'all' as const, servicePort: 80 };
    const [assignment] = (await client.portAssignment.ofCompute({ compute: 'srv-1' })).map(
      ({ assignmentId }) => assignmentId,
    );
    const failure = await refusalOf(
      client.portAssignment.create({ record: { ...record, assignmentId: assignment ?? '' } }),
    );
    expect(failure.message).toBe('Port 8080/all is not free: web on srv-1 has 203.0.113.45:8080/tcp → 80.');
  });

  test('of tcp and the same one of udp are two', async () => {
    await take();
    expect(await take({ protocol: 'udp', assignment: { service: 'db', compute: 'srv-1' } })).toBe('created');
  });

  test('lies between 1 and 65535; ICMP needs none', async () => {
    expect((await refusalOf(take({ port: 65_536 }))).code).toBe('E_FORMAT');
    expect((await refusalOf(take({ port: 0 }))).message).toBe(
      'Port must be a whole number from 1 to 65535; 0 was given.',
    );
    expect(await take({ port: 0, servicePort: 0, protocol: 'icmp' })).toBe('created');
  });

  test('goes with its assignment and with its address', async () => {
    await take();
    await client.ipAddress.remove({ refs: ['203.0.113.45'] });
    expect(await texts('srv-1')).toEqual([]);
    await client.history.undo();
    expect(await texts('srv-1')).toHaveLength(1);
  });
});

test('what a service declares is proposed on the primary address, with who has it', async () => {
  expect(await client.portAssignment.propose({ assignments: [WEB] })).toEqual([
    {
      assignmentId: expect.any(String) as string,
      service: 'web',
      compute: 'srv-1',
      address: '203.0.113.45',
      port: 80,
      protocol: 'tcp',
      servicePort: 80,
      description: 'HTTP',
      text: '203.0.113.45:80/tcp → 80',
      taken: null,
    },
  ]);
  await take({ port: 80 });
  expect(await client.portAssignment.propose({ assignments: [{ service: 'db', compute: 'srv-1' }] })).toMatchObject([
    { taken: 'web on srv-1 has 203.0.113.45:80/tcp → 80.' },
  ]);
  expect(await client.portAssignment.propose({ assignments: [{ service: 'web', compute: 'srv-2' }] })).toEqual([]);
});

test('of several bookings each has its ports proposed; one port is proposed once', async () => {
  await client.ipAddress.create({ record: { address: '203.0.113.46' } });
  await client.ipAssignment.create({ record: { computeId: 'srv-2', ipAddressId: '203.0.113.46', isPrimary: true } });
  const assignments = [WEB, { service: 'db', compute: 'srv-1' }, { service: 'web', compute: 'srv-2' }];
  const proposed = await client.portAssignment.propose({ assignments });
  expect(proposed.map(({ service, compute, text, taken }) => [service, compute, text, taken])).toEqual([
    ['web', 'srv-1', '203.0.113.45:80/tcp → 80', null],
    ['db', 'srv-1', '203.0.113.45:80/tcp → 80', 'web on srv-1 is proposed for it first.'],
    ['web', 'srv-2', '203.0.113.46:80/tcp → 80', null],
  ]);
  const ports = proposed
    .filter(({ taken }) => taken === null)
    .map(({ assignmentId: id, address, port, servicePort }) => ({ assignment: { id }, address, port, servicePort }));
  expect(await client.portAssignment.takeMany({ ports })).toMatchObject({
    label: 'Lead 2 ports to 2 assignments',
    outcomes: ['created', 'created'],
  });
  expect([await texts('srv-1'), await texts('srv-2')]).toEqual([
    ['203.0.113.45:80/tcp → 80'],
    ['203.0.113.46:80/tcp → 80'],
  ]);
  await client.history.undo();
  expect([await texts('srv-1'), await texts('srv-2')]).toEqual([[], []]);
});

test('several ports are taken as one undo, all or none', async () => {
  const ports = [
    { assignment: WEB, address: '203.0.113.45', port: 80, servicePort: 80 },
    { assignment: WEB, address: '203.0.113.45', port: 443, servicePort: 443 },
  ];
  const { outcomes, label } = await client.portAssignment.takeMany({ ports });
  expect([outcomes, label]).toEqual([['created', 'created'], 'Lead 2 ports to web on srv-1']);
  expect(await texts('srv-1')).toHaveLength(2);
  await client.history.undo();
  expect(await texts('srv-1')).toEqual([]);
  await take({ port: 443, assignment: { service: 'db', compute: 'srv-1' } });
  expect((await refusalOf(client.portAssignment.takeMany({ ports }))).code).toBe('E_PORT_BUSY');
  expect(await texts('srv-1')).toEqual(['203.0.113.45:443/tcp → 80']);
});

test('an address of another compute is a finding, not a refusal', async () => {
  await take({ assignment: { service: 'web', compute: 'srv-2' }, servicePort: 81 });
  await client.ipAddress.create({ record: { address: '203.0.113.46' } });
  await take({ address: '203.0.113.46' });
  expect((await client.portAssignment.findings({})).map(({ message }) => message)).toEqual([
    '203.0.113.45:8080/tcp → 81 leads to srv-2; 203.0.113.45 belongs to srv-1 (NAT or VIP).',
    '203.0.113.45:8080/tcp → 81 leads to port 81, which web does not declare.',
    '203.0.113.46:8080/tcp → 80: no compute has 203.0.113.46.',
  ]);
});
