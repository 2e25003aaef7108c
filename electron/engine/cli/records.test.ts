import { expect, test } from 'vitest';
import { runScript } from '../../testing/child-process.ts';
import { temporaryWorkspace } from '../../testing/temporary-workspace.ts';

test('addresses, the firewall, the journal and finding have their verbs', async () => {
  const workspace = temporaryWorkspace();
  const { client } = workspace;
  await client.compute.create({ record: { name: 'web-1' } });
  await client.prefix.create({ record: { cidr: '10.0.0.0/29', gateway: '10.0.0.1' } });
  await client.firewallRule.create({ record: { name: 'ssh', action: 'ALLOW', protocol: 'tcp', portStart: 22 } });
  await workspace.session.close();
  const rw = async (...words: string[]) => {
    const { exitCode, stdout, stderr } = await runScript('electron/engine/cli.ts', [...words, '-w', workspace.file]);
    expect([exitCode, stderr]).toEqual([0, '']);
    return stdout;
  };
  expect(await rw('ip', 'next', '10.0.0.0/29', '--quantity', '2')).toBe('10.0.0.2\n10.0.0.3\n');
  expect(await rw('ip', 'give', '10.0.0.0/29', '--compute', 'web-1', '--primary')).toBe('10.0.0.2\n');
  expect(await rw('ip', 'tree')).toBe('10.0.0.0/29 (default): 2 of 6, 33.3 %\n');
  expect(await rw('firewall', 'assign', 'ssh', '--computes', 'web-1')).toBe('Enable rule ssh on web-1\n');
  expect(await rw('firewall', 'rules', 'web-1')).toBe('100 ssh: ALLOW tcp any to any, 22\n');
  expect(await rw('firewall', 'packet', 'web-1', 'tcp', '192.0.2.1', '22')).toBe('ALLOW by rule ssh (priority 100).\n');
  expect(await rw('firewall', 'packet', 'web-1', 'udp', '192.0.2.1', '22')).toBe('No rule decides.\n');
  expect(await rw('journal', 'add', 'web-1', 'New', 'door', '--category', 'hardware')).toBe('Recorded\n');
  expect(await rw('journal', 'list', 'web-1', '--category', 'hardware')).toMatch(/ web-1 hardware \S+: New door\n$/);
  expect(await rw('find', '10.0.0.2', '--noun', 'ipAddress')).toBe('10.0.0.2 (IP address): web-1\n');
  expect(await rw('find', 'new door')).toMatch(/^New door \(Journal entry\): web-1, \d{4}-\d\d-\d\d\n$/);
  expect(await rw('ip', 'release', '10.0.0.2')).toBe('10.0.0.2 is taken back from 1 computes\n');
}, 120_000);

test('record makes a row, changes the one with the same key, and says what it refuses', async () => {
  const workspace = temporaryWorkspace();
  await workspace.session.close();
  const rw = (...words: string[]) => runScript('electron/engine/cli.ts', [...words, '-w', workspace.file]);
  const rule = ['record', 'firewallRule', 'name=ssh', 'action=ALLOW'];
  expect((await rw(...rule, 'protocol=tcp', 'portStart=22')).stdout).toBe('Created firewall rule ssh\n');
  expect((await rw('record', 'firewallRule', 'name=SSH', 'priority=10')).stdout).toBe('Changed firewall rule ssh\n');
  expect((await rw(...rule)).stdout).toBe('Nothing had to change: firewall rule ssh\n');
  expect((await rw('record', 'ipAddress', 'address=10.0.0.5', 'dnsServers=1.1.1.1, 8.8.8.8')).stdout).toBe(
    'Created IP address 10.0.0.5\n',
  );
  expect((await rw('record', 'ipAddress', 'address=10.0.0.5', 'vlan=20')).stdout).toBe('Changed IP address 10.0.0.5\n');
  const stored = await rw('call', 'ipAddress.get', '{"ref":"10.0.0.5"}');
  expect(JSON.parse(stored.stdout)).toMatchObject({ record: { dnsServers: '1.1.1.1, 8.8.8.8', vlan: 20 } });
  const refused = await rw('record', 'firewallRule', 'name=web', 'action=MAYBE');
  expect(refused.exitCode).toBe(1);
  expect(refused.stderr).toContain('Action must be');
}, 120_000);
