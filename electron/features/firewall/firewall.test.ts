import { beforeEach, describe, expect, test } from 'vitest';
import type { CliClient } from '../../engine/cli/session.ts';
import { refusalOf } from '../../testing/failures.ts';
import { temporaryWorkspace } from '../../testing/temporary-workspace.ts';

let client: CliClient;

beforeEach(async () => {
  ({ client } = temporaryWorkspace());
  for (const name of ['web-1', 'web-2']) await client.compute.create({ record: { name, role: 'web' } });
  await client.compute.create({ record: { name: 'db-1' } });
  await client.firewallRule.create({
    record: { name: 'ssh', action: 'ALLOW', protocol: 'tcp', portStart: 22, priority: 10 },
  });
  await client.firewallRule.create({ record: { name: 'block', action: 'DENY', source: '10.9.0.7/16' } });
});

async function names(compute: string): Promise<string[]> {
  const rules = await client.firewall.effective({ compute });
  return rules.map(({ name, enabled }) => (enabled ? name : `(${name})`));
}

describe('a rule', () => {
  test('is upserted by name, with a priority of 100 and networks in one form', async () => {
    expect((await client.firewallRule.get({ ref: 'BLOCK' })).record).toMatchObject({
      source: '10.9.0.0/16',
      destination: 'any',
      priority: 100,
      protocol: 'all',
      portStart: 0,
    });
    const { outcome } = await client.firewallRule.upsert({ record: { name: 'Block', description: 'x' } });
    expect(outcome).toBe('updated');
    expect((await client.firewallRule.get({ ref: 'block' })).record).toMatchObject({ name: 'block', priority: 100 });
  });

  test.each([
    [{ source: 'everywhere' }, 'Source must be a network such as 10.0.0.0/8, an IP address, or any;'],
    [{ protocol: 'icmp' as const, portStart: 1 }, 'ICMP has no ports'],
    [{ portStart: 90, portEnd: 80 }, 'Port end must be 0 for a single port, or a port from 90 on; 80 was given.'],
    [{ portEnd: 80 }, 'Port end must be 0, because port start is any; 80 was given.'],
    [{ portStart: 65_536 }, 'Port start must be a whole number from 0 to 65535; 65536 was given.'],
  ])('with %j is refused in a sentence', async (fields, message) => {
    const refused = client.firewallRule.create({ record: { name: 'x', action: 'ALLOW', ...fields } });
    expect((await refusalOf(refused)).message).toContain(message);
  });

  test('on a compute cannot be deleted', async () => {
    await client.firewall.assign({ rules: ['ssh'], computes: ['web-1'] });
    expect((await refusalOf(client.firewallRule.remove({ refs: ['ssh'] }))).code).toBe('E_IN_USE');
  });
});

describe('assigning', () => {
  test('is done in bulk and by query, enabled unless said otherwise, as one undo', async () => {
    expect(await client.firewall.assign({ rules: ['ssh', 'block'], query: 'role=web' })).toMatchObject({ created: 4 });
    expect(await names('web-2')).toEqual(['ssh', 'block']);
    expect(await client.firewall.assign({ rules: ['ssh'], computes: ['web-1', 'db-1'], enabled: false })).toMatchObject(
      {
        created: 1,
        updated: 1,
      },
    );
    expect([await names('web-1'), await names('db-1')]).toEqual([['(ssh)', 'block'], ['(ssh)']]);
    await client.history.undo();
    expect([await names('web-1'), await names('db-1')]).toEqual([['ssh', 'block'], []]);
    expect(await client.firewall.unassign({ rules: ['ssh'], query: '' })).toMatchObject({ removed: 2 });
    expect(await names('web-1')).toEqual(['block']);
  });

  test('needs computes or a query, and not both', async () => {
    expect((await refusalOf(client.firewall.assign({ rules: ['ssh'] }))).code).toBe('E_REQUIRED');
    const both = client.firewall.assign({ rules: ['ssh'], computes: ['web-1'], query: '' });
    expect((await refusalOf(both)).code).toBe('E_REQUIRED');
  });

  test('comes along with a clone', async () => {
    await client.firewall.assign({ rules: ['ssh'], computes: ['web-1'] });
    await client.compute.clone({ ref: 'web-1', names: ['web-3'] });
    expect(await names('web-3')).toEqual(['ssh']);
  });
});

describe('would this packet pass?', () => {
  beforeEach(async () => {
    await client.firewall.assign({ rules: ['ssh', 'block'], computes: ['web-1'] });
    await client.ipAddress.create({ record: { address: '192.0.2.1' } });
    await client.ipAssignment.create({ record: { computeId: 'web-1', ipAddressId: '192.0.2.1' } });
  });

  const ask = async (more: Partial<Parameters<CliClient['firewall']['packet']>[0]> = {}) =>
    client.firewall.packet({ compute: 'web-1', protocol: 'tcp', source: '10.9.0.5', port: 22, ...more });

  test('names the deciding rule, and what was asked before it', async () => {
    expect(await ask()).toMatchObject({
      action: 'ALLOW',
      message: 'ALLOW by rule ssh (priority 10).',
      destination: '192.0.2.1',
      passed: [],
    });
    const denied = await ask({ port: 80 });
    expect(denied).toMatchObject({ action: 'DENY', rule: { name: 'block', ports: 'any port' } });
    expect(denied.passed).toMatchObject([{ name: 'ssh', mismatch: 'port' }]);
  });

  test('or says that no rule decides', async () => {
    expect(await ask({ port: 80, source: '192.0.2.99' })).toMatchObject({ action: null, message: 'No rule decides.' });
    await client.firewall.assign({ rules: ['ssh'], computes: ['web-1'], enabled: false });
    expect(await ask({ source: '192.0.2.99' })).toMatchObject({ action: null });
  });

  test('asks for what is missing', async () => {
    expect((await refusalOf(ask({ source: 'home' }))).message).toContain('Source must be an IPv4 or IPv6 address');
    const noPort = client.firewall.packet({ compute: 'web-1', protocol: 'udp', source: '10.0.0.1' });
    expect((await refusalOf(noPort)).message).toBe('Name the port that the packet goes to.');
    expect((await refusalOf(ask({ compute: 'db-1' }))).message).toContain('The compute has no address');
  });
});

test('where a rule applies is told by name, and so is what was done', async () => {
  const { label } = await client.firewall.assign({ rules: ['ssh'], computes: ['web-2'], enabled: false });
  await client.firewall.assign({ rules: ['ssh'], computes: ['db-1'] });
  expect(label).toBe('Disable rule ssh on web-2');
  const { total, rows } = await client.firewall.computesOf({ rule: 'ssh', limit: 1 });
  expect([total, rows.map(({ compute, enabled }) => [compute, enabled])]).toEqual([2, [['db-1', true]]]);
});
