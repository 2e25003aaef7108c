import { beforeEach, expect, test } from 'vitest';
import { aServer, hardwareWorkspace, SERVER_SLOTS, type TestClient } from '../../testing/hardware.ts';

let client: TestClient;

beforeEach(async () => {
  client = await hardwareWorkspace();
  await aServer(client, 'db-1', { slots: SERVER_SLOTS, statedCores: 64 });
});

/** The newest entries about a thing, newest first: category and content. */
async function told(name = 'db-1'): Promise<string[]> {
  const { items } = await client.journal.feed({ objects: [name], automatic: true });
  return items.map(({ category, content }) => `${category}: ${content}`);
}

test('a booking is a deployment, and its change is the one that the entry leads to', async () => {
  await client.service.create({ record: { name: 'postgres', minSpec: { cores: 4, nvme: 0 } } });
  const wish = { service: 'postgres', compute: 'db-1', allocated: { cores: 4 } };
  const { groupId } = await client.plan.accept({ ...wish, quantity: 2 });
  const { items } = await client.journal.feed({ objects: ['db-1'], automatic: true });
  expect(items).toMatchObject([
    {
      category: 'deployment',
      content: 'Placed 2 × postgres, each with cores 4 cores.',
      changeGroupId: groupId,
      createdBy: 'tester',
      format: 'plain',
    },
  ]);
  await client.plan.accept({ ...wish, quantity: 1 });
  expect(await told()).toEqual([
    'deployment: postgres: 2 → 3, each with cores 4 cores.',
    'deployment: Placed 2 × postgres, each with cores 4 cores.',
  ]);
  await client.history.undo();
  expect(await told()).toHaveLength(1);
  await client.history.redo();
  expect(await told()).toHaveLength(2);
});

test('steps of one command on one row are one line, from what was to what is', async () => {
  await client.service.create({ record: { name: 'web', minSpec: { cores: 1 } } });
  const step = { service: 'web', compute: 'db-1', allocated: { cores: 1 } };
  await client.plan.acceptBatch({ steps: [step, step, step] });
  expect(await told()).toEqual(['deployment: Placed 3 × web, each with cores 1 core.']);
});

test('a device that is mounted, moved and taken out says from where to where', async () => {
  await client.site.create({ record: { name: 'fra1' } });
  await client.room.create({ record: { name: 'Hall', siteId: 'fra1' } });
  for (const name of ['A1', 'A2']) await client.rack.create({ record: { name, roomId: 'Hall', heightU: 42 } });
  await client.rack.mount({ device: 'db-1', rack: 'A1', units: [13] });
  const { items } = await client.placement.list({});
  await client.placement.bulkUpdate({ refs: [items[0]?.record.id ?? ''], patch: { rackId: 'A2', positionHalfU: 8 } });
  await client.rack.unmount({ devices: ['db-1'] });
  expect(await told()).toEqual([
    'hardware: Taken out, was in A2 at U5.',
    'hardware: Moved: was in A1 at U13, is in A2 at U5.',
    'hardware: Mounted in A1 at U13.',
  ]);
});

test('addresses, ports and firewall rules are network entries; one command on one thing is one entry', async () => {
  await client.ipAddress.create({ record: { address: '10.0.0.5' } });
  await client.ipAssignment.create({ record: { computeId: 'db-1', ipAddressId: '10.0.0.5', isPrimary: true } });
  await client.service.create({ record: { name: 'web', minSpec: { cores: 1 } } });
  await client.plan.accept({ service: 'web', compute: 'db-1', quantity: 1, allocated: { cores: 1 } });
  const assignment = { service: 'web', compute: 'db-1' };
  await client.portAssignment.take({ assignment, address: '10.0.0.5', port: 8080, servicePort: 80 });
  for (const name of ['in', 'out'])
    await client.firewallRule.create({ record: { name, action: 'ALLOW', protocol: 'tcp', portStart: 80 } });
  await client.firewall.assign({ rules: ['in', 'out'], computes: ['db-1'] });
  await client.firewallRule.bulkUpdate({ refs: ['in'], patch: { action: 'DENY', description: 'Closed' } });
  await client.firewallRule.bulkUpdate({ refs: ['in'], patch: { description: 'For good' } });
  expect((await told()).filter((text) => text.startsWith('network'))).toEqual([
    'network: Firewall rule in changed: Action ALLOW → DENY.',
    'network: Firewall rule in assigned.\nFirewall rule out assigned.',
    'network: web: port 10.0.0.5:8080/tcp → 80 opened.',
    'network: Address 10.0.0.5 assigned as primary.',
  ]);
});

test('state and parts are told; what a thing is created with, an import, and a swap twice are not', async () => {
  await client.compute.bulkUpdate({ refs: ['db-1'], patch: { state: 'maintenance', role: 'db' } });
  await client.component.assign({ computes: ['db-1'], component: 'Delta DPS-800', quantity: 2 });
  expect(await told()).toEqual([
    'hardware: Fitted 2 × Delta DPS-800 in PSU1, PSU2.',
    'maintenance: State: Active → Maintenance.',
  ]);
  await client.compute.clone({ ref: 'db-1', names: ['db-2'] });
  expect(await told('db-2')).toEqual([]);
  const events = await client.csv.import({ noun: 'compute', text: 'name,state\ndb-2,active\n' });
  for await (const event of events) expect(event.kind).toBe('report');
  expect(await told('db-2')).toEqual([]);
  await client.part.swap({ compute: 'db-1', slot: 'PSU1', newSerial: 'N1', oldGoesTo: { kind: 'scrap' } });
  expect((await told())[0]).toBe('hardware: Swapped Delta DPS-800 in PSU1: the old one out (Scrap), N1 in.');
  expect(await told()).toHaveLength(3);
});
