import { beforeEach, describe, expect, test } from 'vitest';
import { reportMarkdown } from '../../../shared/rules/report-markdown.ts';
import type { CliClient } from '../../engine/cli/session.ts';
import { aServer, hardwareWorkspace } from '../../testing/hardware.ts';

let client: CliClient;

/** db-1: two CPUs of 32 cores, three disks of 960 GB in RAID 5, a service, two addresses, a rule and a journal. */
beforeEach(async () => {
  client = await hardwareWorkspace();
  const slots = [
    { name: 'CPU1', kind: 'cpu' as const },
    ...['Bay 0', 'Bay 1', 'Bay 2'].map((name) => ({ name, kind: 'bay' as const })),
  ];
  await aServer(client, 'db-1', { slots, monthlyCost: '10.50', contractEnd: '2030-01-31', notes: 'Mind the *door*' });
  await client.component.assign({ computes: ['db-1'], component: 'Intel Xeon 6430', slot: 'CPU1', serials: ['C|1'] });
  await client.component.assign({
    computes: ['db-1'],
    component: 'Samsung PM9A3',
    quantity: 3,
    raidLevel: 5,
    raidGroup: 'data',
    serials: ['S1', 'S2', 'S3'],
  });
  await client.service.create({ record: { name: 'postgres', maxSpec: { cores: 8, nvme: 480 } } });
  await client.assignment.create({
    record: { serviceId: 'postgres', computeId: 'db-1', quantity: 2, allocated: { cores: 8, nvme: 480 } },
  });
  for (const address of ['10.0.0.5', '2001:db8::5']) await client.ipAddress.create({ record: { address } });
  await client.ipAssignment.create({ record: { computeId: 'db-1', ipAddressId: '2001:db8::5' } });
  await client.ipAssignment.create({ record: { computeId: 'db-1', ipAddressId: '10.0.0.5', isPrimary: true } });
  await client.dns.upsert({ name: 'db.example.com', type: 'A', zone: 'example.com', address: '10.0.0.5' });
  await client.portAssignment.take({
    assignment: { service: 'postgres', compute: 'db-1' },
    address: '10.0.0.5',
    port: 5432,
    servicePort: 5432,
  });
  await client.firewallRule.create({ record: { name: 'pg', action: 'ALLOW', protocol: 'tcp', portStart: 5432 } });
  await client.firewall.assign({ rules: ['pg'], computes: ['db-1'], enabled: false });
  const at = '2026-03-01T10:00:00.000Z';
  await client.journalEntry.create({ record: { objectId: 'db-1', at, content: `# Moved\n${'🙂'.repeat(90)}` } });
});

test('a report holds what every screen says, with the same totals', async () => {
  const report = await client.report.compute({ compute: 'db-1' });
  const { total, allocated } = await client.compute.capacity({ ref: 'db-1' });
  expect(report.resources.map(({ key, total: all, allocated: used }) => [key, all, used])).toEqual(
    (['cores', 'memory', 'vram', 'nvme', 'gpu'] as const).map((key) => [key, total[key], allocated[key]]),
  );
  expect(report).toMatchObject({
    name: 'db-1',
    type: 'Bare metal',
    state: 'Active',
    // RAID 5 of three disks: (3 − 1) × 960; two instances of 480.
    storage: { totalGb: 1920, groups: [{ name: 'data', disks: 3, capacityGb: 1920, state: 'ok' }], loose: [] },
    components: [
      { component: 'Intel Xeon 6430', slot: 'CPU1', serials: ['C|1'], specs: { cores: 32, threads: 64 } },
      { component: 'Samsung PM9A3', quantity: 3, serials: ['S1', 'S2', 'S3'] },
    ],
    services: [{ service: 'postgres', quantity: 2, ports: ['10.0.0.5:5432/tcp → 5432'] }],
    addresses: [
      { address: '10.0.0.5', isPrimary: true, names: ['db.example.com (A)'] },
      { address: '2001:db8::5', isPrimary: false, names: [] },
    ],
    firewall: [{ name: 'pg', enabled: false, ports: '5432' }],
    journalCount: report.journal.length,
  });
  expect(report.journal.filter(({ category }) => category === 'other')).toMatchObject([{ createdBy: 'tester' }]);
  // Fitted twice, booked, two addresses, a port, a rule.
  expect(report.journal.filter(({ category }) => category !== 'other')).toHaveLength(7);
});

describe('as Markdown', () => {
  test('it is tables that no cell breaks out of', async () => {
    const markdown = reportMarkdown(await client.report.compute({ compute: 'db-1' }), false);
    expect(markdown.startsWith('# db-1\n\n- **Type**: Bare metal\n- **State**: Active\n')).toBe(true);
    expect(markdown).toContain('- **Monthly cost**: 10.50 EUR\n');
    // 2 × 8 of 32 cores, 2 × 480 of 1,920 GB: half each.
    expect(markdown).toContain('| Cores | 50.0 % | 32 cores | 16 cores | 16 cores |\n');
    expect(markdown).toContain('| Storage | 50.0 % | 1.92 TB | 960 GB | 960 GB |\n');
    expect(markdown).not.toContain('| GPUs |');
    expect(markdown).toContain(
      '## Ports\n\n| Port | Service |\n| --- | --- |\n| 10.0.0.5:5432/tcp → 5432 | postgres |\n',
    );
    expect(markdown).toContain('| Intel Xeon 6430 | CPU | 1 | CPU1 | C\\|1 |');
    expect(markdown).toContain('| 10.0.0.5 (primary) | private |');
    expect(markdown).toContain('| 100 | pg (disabled) | ALLOW | tcp | any | any | 5432 |\n');
    expect(markdown).toContain('## Notes\n\nMind the \\*door\\*\n');
  });

  test('the journal is a line for each entry, cut between characters, or all of it', async () => {
    const report = await client.report.compute({ compute: 'db-1', journal: 'all' });
    const short = reportMarkdown(report, false);
    // 80 characters: `# Moved ` is 8, 71 faces, and the mark of what is left out.
    expect(short).toContain(`| 2026-03-01T10:00:00.000Z | other | tester | \\# Moved ${'🙂'.repeat(71)}… |`);
    expect(reportMarkdown(report, true)).toContain(
      `### 2026-03-01T10:00:00.000Z · other · tester\n\n# Moved\n${'🙂'.repeat(90)}\n`,
    );
  });
});

describe('for many computes', () => {
  beforeEach(async () => {
    await client.compute.create({ record: { name: 'A-1', role: 'web', annualCost: '100', renewalDate: '2099-01-01' } });
  });

  const namesOf = async (input: Parameters<CliClient['report']['computes']>[0]) => {
    const names: string[] = [];
    for await (const { name } of await client.report.computes(input)) names.push(name);
    return names;
  };

  test('it comes one by one, by name', async () => {
    expect(await namesOf({})).toEqual(['A-1', 'db-1']);
    expect(await namesOf({ query: 'role=web' })).toEqual(['A-1']);
    expect(await namesOf({ computes: ['db-1'] })).toEqual(['db-1']);
  });

  const csvOf = async (input: Parameters<CliClient['report']['csv']>[0]) => {
    let whole = '';
    for await (const { text } of await client.report.csv(input)) whole += text;
    return whole.split('\n');
  };

  test('capacity is a table', async () => {
    const [heads = '', first = '', second = ''] = await csvOf({ kind: 'capacity' });
    expect(heads).toContain(
      'compute,type,state,provider,region,services,cores,cores_allocated,cores_free,cores_percent,',
    );
    expect(first).toBe('A-1,baremetal,active,,,0,0,0,0,,0,0,0,,0,0,0,,0,0,0,,0,0,0,');
    expect(second).toBe('db-1,baremetal,active,,,1,32,16,16,50.0,0,0,0,,0,0,0,,1920,960,960,50.0,0,0,0,');
  });

  test('costs have a year, and renewals their days', async () => {
    expect((await csvOf({ kind: 'costs' })).slice(1, 3)).toEqual([
      'A-1,,,web,,active,EUR,,100,100,,2099-01-01',
      // 12 × 10.50
      'db-1,,,,,active,EUR,10.50,,126.00,2030-01-31,',
    ]);
    const renewals = await csvOf({ kind: 'renewals', days: 36_500 });
    expect(renewals.filter((line) => line !== '').map((line) => line.split(',')[2])).toEqual([
      'what',
      'renewal',
      'contract end',
    ]);
    expect(await csvOf({ kind: 'renewals', days: 0 })).toHaveLength(2);
  });
});
