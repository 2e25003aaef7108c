import { beforeEach, expect, test } from 'vitest';
import { refusalOf } from '../../testing/failures.ts';
import { aServer, hardwareWorkspace, type TestClient } from '../../testing/hardware.ts';

let client: TestClient;
let id: string;

beforeEach(async () => {
  client = await hardwareWorkspace();
  const computeId = await aServer(client, 'a');
  const record = { computeId, componentId: 'Samsung PM9A3', quantity: 3, slot: 'Bay 0-2', serials: ['S1', 'S2', 'S3'] };
  id = (await client.componentAssignment.create({ record })).id;
});

async function unitsOf(compute = 'a') {
  const { assignments } = await client.componentAssignment.slotMap({ compute });
  return assignments.map(({ units }) => units.map(({ slot, serial, assetTag }) => [slot, serial, assetTag]));
}

test('serial numbers given with the assignment become parts in the order of the slots', async () => {
  expect(await unitsOf()).toEqual([
    [
      ['Bay 0', 'S1', null],
      ['Bay 1', 'S2', null],
      ['Bay 2', 'S3', null],
    ],
  ]);
  const { items } = await client.componentAssignment.list({});
  expect(items[0]?.derived['serials']).toBe('S1, S2, S3');
});

test('a corrected serial number keeps the part; a unit without numbers is only counted; undo restores', async () => {
  const { assignments } = await client.componentAssignment.slotMap({ compute: 'a' });
  const [first] = assignments[0]?.units ?? [];
  await client.componentAssignment.setSerials({
    ref: id,
    units: [{ partId: first?.partId ?? '', serial: 'S1-right', assetTag: 'A-1' }, {}, { serial: 'S3' }],
  });
  expect(await unitsOf()).toEqual([
    [
      ['Bay 0', 'S1-right', 'A-1'],
      ['Bay 1', null, null],
      ['Bay 2', 'S3', null],
    ],
  ]);
  expect((await client.part.find({ text: 'S1-right' }))[0]?.id).toBe(first?.partId);
  expect((await client.part.list({})).total).toBe(2);
  await client.history.undo();
  expect((await client.part.list({})).total).toBe(3);
});

test('the quantity never falls below the parts, and slots of parts follow the assignment', async () => {
  const { version } = await client.componentAssignment.get({ ref: id });
  const refused = await refusalOf(
    client.componentAssignment.update({ ref: id, version, patch: { quantity: 2, slot: 'Bay 0-1' } }),
  );
  expect(refused.message).toBe(
    '3 units have serial numbers, more than the quantity 2; move or remove those parts first.',
  );
  await client.componentAssignment.update({ ref: id, version, patch: { slot: 'Bay 1-3' } });
  // S2 and S3 stay in Bay 1 and Bay 2; S1, whose bay is gone, takes the one left.
  expect(await unitsOf()).toEqual([
    [
      ['Bay 1', 'S2', null],
      ['Bay 2', 'S3', null],
      ['Bay 3', 'S1', null],
    ],
  ]);
});

test('more numbers than units are refused, and so is a part of another assignment', async () => {
  const four = ['1', '2', '3', '4'].map((serial) => ({ serial }));
  expect((await refusalOf(client.componentAssignment.setSerials({ ref: id, units: four }))).message).toBe(
    '4 units were given and the quantity is 3; raise the quantity first.',
  );
  const computeId = await aServer(client, 'b');
  await client.componentAssignment.create({ record: { computeId, componentId: 'Kioxia CD8', serial: 'K1' } });
  const [other] = await client.part.find({ text: 'K1' });
  const refused = await refusalOf(
    client.componentAssignment.setSerials({ ref: id, units: [{ partId: other?.id ?? '', serial: 'K1' }] }),
  );
  expect(refused.message).toBe('The part is not a unit of this assignment.');
});

test('a fitted part is of the component of its assignment and in one place only', async () => {
  const componentId = (await client.component.get({ ref: 'Kioxia CD8' })).record.id;
  const record = { componentId, serial: 'X', status: 'fitted' as const, componentAssignmentId: id };
  expect((await refusalOf(client.part.create({ record }))).message).toContain('of another component');
  const shelf = await client.spareShelf.create({ record: { name: 'B' } });
  const both = { ...record, spareShelfId: shelf.id };
  expect((await refusalOf(client.part.create({ record: both }))).message).toContain('A part is a spare exactly when');
  const nameless = { componentId, status: 'rma' as const };
  expect((await refusalOf(client.part.create({ record: nameless }))).message).toContain(
    'needs a serial number or an asset tag',
  );
});

test('deleting the compute takes its parts along, and undo brings them back', async () => {
  await client.compute.remove({ refs: ['a'] });
  expect((await client.part.list({})).total).toBe(0);
  await client.history.undo();
  expect((await client.part.list({})).total).toBe(3);
  expect(await unitsOf()).toHaveLength(1);
});
