import { beforeEach, expect, test } from 'vitest';
import { aServer, hardwareWorkspace, type TestClient } from '../../testing/hardware.ts';

let client: TestClient;

beforeEach(async () => {
  client = await hardwareWorkspace();
  await aServer(client, 'a');
  await aServer(client, 'b');
  await client.spareShelf.create({ record: { name: 'Shelf' } });
});

async function story(part: string) {
  return (await client.part.timeline({ part })).events.map(({ event, text }) => `${event}: ${text}`);
}

test('one serial number has one timeline across machines', async () => {
  await client.spares.receive({ shelf: 'Shelf', component: 'Samsung PM9A3', serials: ['S1'] });
  await client.component.assign({ computes: ['a'], component: 'Samsung PM9A3', slot: 'Bay 0', serial: 'OLD' });
  await client.part.swap({ compute: 'a', slot: 'Bay 0', newSerial: 'S1', oldGoesTo: { kind: 'scrap' } });
  const { assignments } = await client.componentAssignment.slotMap({ compute: 'a' });
  const assignment = assignments[0]?.id ?? '';
  await client.storage.markFailed({ compute: 'a', disk: { assignment, unit: 0 } });
  await client.part.move({ part: 'S1', to: { kind: 'rma' } });
  await client.part.move({ part: 'S1', to: { kind: 'compute', compute: 'b', slot: 'Bay 2' } });
  expect(await story('S1')).toEqual([
    'recorded: Recorded in Shelf (spare).',
    'moved: Moved to a, slot Bay 0.',
    'failed: Marked as failed in a, slot Bay 0.',
    'moved: Moved to RMA.',
    'moved: Moved to b, slot Bay 2.',
  ]);
});

test('what was undone did not happen, and a deleted machine keeps its name in the story', async () => {
  await client.component.assign({ computes: ['a'], component: 'Samsung PM9A3', slot: 'Bay 1', serial: 'S1' });
  await client.part.move({ part: 'S1', to: { kind: 'scrap' } });
  await client.history.undo();
  await client.part.move({ part: 'S1', to: { kind: 'spare', shelf: 'Shelf' } });
  await client.compute.remove({ refs: ['a'] });
  expect(await story('S1')).toEqual(['recorded: Recorded in a, slot Bay 1.', 'moved: Moved to Shelf (spare).']);
});

test('an assignment that goes to another compute takes its parts along', async () => {
  await client.component.assign({ computes: ['a'], component: 'Samsung PM9A3', slot: 'Bay 1', serial: 'S1' });
  const { assignments } = await client.componentAssignment.slotMap({ compute: 'a' });
  const ref = assignments[0]?.id ?? '';
  const { version } = await client.componentAssignment.get({ ref });
  const computeId = (await client.compute.get({ ref: 'b' })).record.id;
  await client.componentAssignment.update({ ref, version, patch: { computeId } });
  expect(await story('S1')).toEqual(['recorded: Recorded in a, slot Bay 1.', 'moved: Moved to b, slot Bay 1.']);
});
