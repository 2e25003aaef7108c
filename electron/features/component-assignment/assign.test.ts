import { beforeEach, describe, expect, test } from 'vitest';
import { refusalOf } from '../../testing/failures.ts';
import { aServer, hardwareWorkspace, type TestClient } from '../../testing/hardware.ts';

let client: TestClient;

beforeEach(async () => {
  client = await hardwareWorkspace();
});

const RAM = 'Samsung M321R4GA3BB6';
const DISK = 'Samsung PM9A3';

async function memoryMb(name: string): Promise<number> {
  return (await client.compute.capacity({ ref: name })).total.memory ?? 0;
}

describe('one component to many computes', () => {
  test('fits each in its first free slots, as one undo', async () => {
    for (const name of ['a', 'b', 'c']) await aServer(client, name);
    const answer = await client.component.assign({ computes: ['a', 'b', 'c'], component: RAM, quantity: 4 });
    expect(answer.rows.map(({ outcome, slots }) => [outcome, slots])).toEqual(
      ['a', 'b', 'c'].map(() => ['fits', ['DIMM0', 'DIMM1', 'DIMM2', 'DIMM3']]),
    );
    expect(answer.label).toBe('Fit Samsung M321R4GA3BB6 in 3 computes');
    // 4 × 32 GB × 1024 MB
    expect(await memoryMb('b')).toBe(4 * 32 * 1024);
    await client.history.undo();
    expect(await memoryMb('b')).toBe(0);
  });

  test('says for each compute why it does not fit, and fits the others when asked', async () => {
    await aServer(client, 'full');
    await aServer(client, 'half');
    await aServer(client, 'free');
    await client.component.assign({ computes: ['full'], component: RAM, quantity: 8 });
    await client.component.assign({ computes: ['half'], component: RAM, quantity: 6 });
    const input = { computes: ['full', 'half', 'free'], component: RAM, quantity: 4 };
    const preview = await client.component.assignPreview(input);
    expect(preview.rows.map(({ outcome }) => outcome)).toEqual(['no free slot', 'would exceed', 'fits']);
    expect(preview).toMatchObject({ fits: 1, refused: 2 });
    const refused = await refusalOf(client.component.assign(input));
    expect(refused.code).toBe('E_SLOT');
    expect(refused.message).toContain('full: Samsung M321R4GA3BB6: no free slot takes it.');
    await client.component.assign({ ...input, accept: 'good' });
    expect([await memoryMb('full'), await memoryMb('half'), await memoryMb('free')]).toEqual(
      [8, 6, 4].map((modules) => modules * 32 * 1024),
    );
  });

  test('one serial number is not for several computes; one per unit is', async () => {
    for (const name of ['a', 'b']) await aServer(client, name);
    const both = { computes: ['a', 'b'], component: DISK };
    const refused = await refusalOf(client.component.assign({ ...both, serial: 'S1' }));
    expect(refused.message).toContain('A serial number belongs to one unit; 2 computes were given.');
    await client.component.assign({ ...both, quantity: 2, serials: ['S1', 'S2', 'S3', 'S4'] });
    const { assignments } = await client.componentAssignment.slotMap({ compute: 'b' });
    expect(assignments[0]?.units.map(({ slot, serial }) => [slot, serial])).toEqual([
      ['Bay 0', 'S3'],
      ['Bay 1', 'S4'],
    ]);
  });

  test('the same serial number twice for one maker and part is told and taken', async () => {
    await aServer(client, 'a');
    await client.component.assign({ computes: ['a'], component: DISK, serial: 'S1' });
    const again = await client.component.assign({ computes: ['a'], component: DISK, serials: ['s1'] });
    expect(again.warnings.map(({ message }) => message)).toEqual([
      'Serial number s1 is on record already: a, slot Bay 0.',
    ]);
    const other = await client.component.assign({ computes: ['a'], component: 'Kioxia CD8', serial: 'S1' });
    expect(other.warnings).toEqual([]);
    expect((await client.part.duplicates()).map(({ serial, parts }) => [serial, parts.length])).toEqual([['S1', 2]]);
  });

  test('takes a query in place of names', async () => {
    await aServer(client, 'a', { role: 'db' });
    await aServer(client, 'b', { role: 'web' });
    const preview = await client.component.assignPreview({ query: 'role=db', component: RAM });
    expect(preview.rows.map(({ compute, slots }) => [compute, slots])).toEqual([['a', []]]);
  });
});

describe('slots', () => {
  test('a range with its quantity takes its slots; who is in the way is named', async () => {
    const computeId = await aServer(client, 'a');
    const record = { computeId, componentId: RAM, quantity: 4, slot: 'DIMM0-3' };
    await client.componentAssignment.create({ record });
    const refused = await refusalOf(
      client.componentAssignment.create({ record: { ...record, quantity: 2, slot: 'DIMM3-4' } }),
    );
    expect(refused).toMatchObject({ code: 'E_SLOT', details: { slot: 'DIMM3' } });
    expect(refused.message).toBe(
      'Samsung M321R4GA3BB6: slot DIMM3 is taken by Samsung M321R4GA3BB6. Allowed: free slots: DIMM4-7.',
    );
  });

  test.each([
    ['DIMM9', 'there is no slot DIMM9'],
    ['PSU1', 'is a ram part and slot PSU1 takes psu'],
    ['DIMM0-2', 'names 3 slots and the quantity is 1'],
  ])('slot %s is refused', async (slot, message) => {
    const computeId = await aServer(client, 'a');
    const refused = await refusalOf(
      client.componentAssignment.create({ record: { computeId, componentId: RAM, slot } }),
    );
    expect(refused.code).toBe('E_SLOT');
    expect(refused.message).toContain(message);
  });

  test('a compute without declared slots takes any text, and so does a type that no slot takes', async () => {
    const free = await aServer(client, 'free', {});
    const bays = await aServer(client, 'bays', { slots: [{ name: 'PSU1', kind: 'psu' }] });
    for (const computeId of [free, bays, bays])
      await client.componentAssignment.create({ record: { computeId, componentId: RAM, slot: 'left side' } });
    expect((await client.componentAssignment.slotMap({ compute: 'bays' })).problems).toEqual([]);
  });

  test('more parts than slots are shown, not hidden', async () => {
    const computeId = await aServer(client, 'a');
    await client.componentAssignment.create({ record: { computeId, componentId: RAM, quantity: 9 } });
    const { findings } = await client.compute.capacity({ ref: 'a' });
    expect(findings).toEqual([{ code: 'SLOTS_EXCEEDED', message: '9 ram parts are fitted and 8 slots take them.' }]);
  });
});
