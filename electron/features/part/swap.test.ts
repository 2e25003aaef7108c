import { beforeEach, describe, expect, test } from 'vitest';
import { refusalOf } from '../../testing/failures.ts';
import { aServer, hardwareWorkspace, type TestClient } from '../../testing/hardware.ts';

let client: TestClient;

const DISK = 'Samsung PM9A3';

beforeEach(async () => {
  client = await hardwareWorkspace();
  await aServer(client, 'a');
  await aServer(client, 'b');
  await client.spareShelf.create({ record: { name: 'Shelf' } });
  await client.component.assign({
    computes: ['a'],
    component: DISK,
    quantity: 3,
    slot: 'Bay 0-2',
    serials: ['S0', 'S1', 'S2'],
    raidLevel: '5',
    raidGroup: 'data',
  });
});

async function unitsIn(compute: string) {
  const { assignments } = await client.componentAssignment.slotMap({ compute });
  return assignments.flatMap(({ component, units }) => units.map(({ slot, serial }) => [component, slot, serial]));
}

describe('a swap', () => {
  test('is three facts: the slot, the new serial number, where the old one goes', async () => {
    const answer = await client.part.swap({
      compute: 'a',
      slot: 'Bay 1',
      newSerial: 'N1',
      oldGoesTo: { kind: 'rma' },
    });
    expect(answer.unit).toMatchObject({ slot: 'Bay 1', serial: 'N1' });
    expect(await unitsIn('a')).toEqual([
      [DISK, 'Bay 0', 'S0'],
      [DISK, 'Bay 1', 'N1'],
      [DISK, 'Bay 2', 'S2'],
    ]);
    expect((await client.part.find({ text: 'S1' }))[0]?.place.text).toBe('RMA');
    await client.history.undo();
    expect(await unitsIn('a')).toContainEqual([DISK, 'Bay 1', 'S1']);
    expect(await client.part.find({ text: 'N1' })).toEqual([]);
  });

  test('takes the scanned spare off its shelf and puts the old part there', async () => {
    await client.spares.receive({ shelf: 'Shelf', component: DISK, serials: ['SPARE-1'] });
    await client.part.swap({
      compute: 'a',
      slot: 'Bay 0',
      newSerial: 'spare-1',
      oldGoesTo: { kind: 'spare', shelf: 'Shelf' },
    });
    expect((await client.part.find({ text: 'SPARE-1' }))[0]?.place.text).toBe('a, slot Bay 0');
    expect((await client.part.find({ text: 'S0' }))[0]?.place.text).toBe('Shelf (spare)');
  });

  test('a larger disk takes a place of its own and stays in the RAID group', async () => {
    await client.part.swap({
      compute: 'a',
      part: 'S2',
      newSerial: 'K2',
      newComponent: 'Kioxia CD8',
      oldGoesTo: { kind: 'scrap' },
    });
    expect(await unitsIn('a')).toEqual([
      [DISK, 'Bay 0', 'S0'],
      [DISK, 'Bay 1', 'S1'],
      ['Kioxia CD8', 'Bay 2', 'K2'],
    ]);
    const { groups } = await client.storage.groups({ compute: 'a' });
    // (3 − 1) × 960 GB; 1,920 − 960 GB of the larger disk are lost.
    expect(groups[0]?.capacity).toMatchObject({ capacityGb: 2 * 960, lostToMixedSizesGb: 960, state: 'ok' });
  });

  test('the old part may go straight into another machine', async () => {
    await client.part.swap({
      compute: 'a',
      slot: 'Bay 0',
      newSerial: 'N0',
      oldGoesTo: { kind: 'compute', compute: 'b', slot: 'Bay 3' },
    });
    expect(await unitsIn('b')).toEqual([[DISK, 'Bay 3', 'S0']]);
  });

  test('a unit without serial number needs one for RMA, is counted on a shelf, and may be scrapped', async () => {
    await client.component.assign({ computes: ['b'], component: 'Delta DPS-800', quantity: 2 });
    const refused = await refusalOf(client.part.swap({ compute: 'b', slot: 'PSU1', oldGoesTo: { kind: 'rma' } }));
    expect(refused).toMatchObject({ code: 'E_REQUIRED', fields: [{ path: 'oldSerial' }] });
    await client.part.swap({
      compute: 'b',
      slot: 'PSU1',
      newSerial: 'P1',
      oldGoesTo: { kind: 'spare', shelf: 'Shelf' },
    });
    const overview = await client.spares.overview({});
    expect(overview).toMatchObject([{ component: 'Delta DPS-800', spares: 1, looseUnits: 1 }]);
    await client.part.swap({
      compute: 'b',
      slot: 'PSU2',
      newSerial: 'P2',
      takenFrom: 'Shelf',
      oldGoesTo: { kind: 'scrap' },
    });
    expect(await client.spares.overview({})).toMatchObject([{ spares: 0, looseUnits: 0 }]);
    expect(await unitsIn('b')).toEqual([
      ['Delta DPS-800', 'PSU1', 'P1'],
      ['Delta DPS-800', 'PSU2', 'P2'],
    ]);
  });

  test('says what is not there', async () => {
    const refused = await refusalOf(client.part.swap({ compute: 'a', slot: 'Bay 3', oldGoesTo: { kind: 'scrap' } }));
    expect(refused).toMatchObject({ code: 'E_NOT_FOUND', message: 'Nothing is fitted in slot Bay 3.' });
    expect(refused.fields?.[0]?.allowed).toBe('Bay 0, Bay 1, Bay 2');
  });
});

describe('a move', () => {
  test('takes the unit, its slot and its place in the quantity along', async () => {
    const { place } = await client.part.move({ part: 'S1', to: { kind: 'compute', compute: 'b', slot: 'Bay 0' } });
    expect(place.text).toBe('b, slot Bay 0');
    expect(await unitsIn('a')).toEqual([
      [DISK, 'Bay 0', 'S0'],
      [DISK, 'Bay 2', 'S2'],
    ]);
    await client.part.move({ part: 'S0', to: { kind: 'spare', shelf: 'Shelf' } });
    await client.part.move({ part: 'S2', to: { kind: 'scrap' } });
    expect(await unitsIn('a')).toEqual([]);
    expect((await client.componentAssignment.list({})).total).toBe(1);
  });

  test('into a taken slot is refused and leaves everything as it was', async () => {
    await client.component.assign({ computes: ['b'], component: DISK, slot: 'Bay 0' });
    const refused = await refusalOf(
      client.part.move({ part: 'S1', to: { kind: 'compute', compute: 'b', slot: 'Bay 0' } }),
    );
    expect(refused.code).toBe('E_SLOT');
    expect(await unitsIn('a')).toHaveLength(3);
  });

  test('a serial number of two parts is ambiguous and both places are told', async () => {
    await client.component.assign({ computes: ['b'], component: 'Kioxia CD8', serial: 'S1' });
    const refused = await refusalOf(client.part.move({ part: 'S1', to: { kind: 'scrap' } }));
    expect(refused.code).toBe('E_AMBIGUOUS');
    expect(refused.message).toBe('"S1" is the number of 2 parts: a, slot Bay 1; b, slot Bay 0. Give the id.');
  });
});
