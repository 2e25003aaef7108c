import { describe, expect, test } from 'vitest';
import type { Slot } from '../domain/slot.ts';
import { checkSlots, proposeSlots, type SlottedAssignment } from './slots.ts';

const dimms: Slot[] = ['A1', 'A2', 'A3', 'A4'].map((name) => ({ name, kind: 'dimm', fits: { forms: ['RDIMM'] } }));
const bays: Slot[] = ['Bay 0', 'Bay 1'].map((name) => ({ name, kind: 'bay', fits: { forms: ['2.5"'] } }));
const server: Slot[] = [...dimms, ...bays, { name: 'PCIe1', kind: 'pcie' }];

function ram(id: string, rest: Partial<SlottedAssignment> = {}): SlottedAssignment {
  return { id, name: `Memory ${id}`, componentType: 'ram', quantity: 1, ...rest };
}

function problemsOf(...assignments: SlottedAssignment[]) {
  return checkSlots(server, assignments).problems.map(({ code, message }) => ({ code, message }));
}

describe('checkSlots', () => {
  test('a range takes one slot per unit and leaves the others free', () => {
    const { occupants, free, problems } = checkSlots(server, [ram('m', { quantity: 3, slot: 'a1-a3' })]);
    expect([...occupants]).toEqual([
      ['A1', 'm'],
      ['A2', 'm'],
      ['A3', 'm'],
    ]);
    expect(free.map(({ name }) => name)).toEqual(['A4', 'Bay 0', 'Bay 1', 'PCIe1']);
    expect(problems).toEqual([]);
  });

  test('two parts cannot share a slot, and the occupant is named', () => {
    expect(checkSlots(server, [ram('m', { slot: 'A1' }), ram('n', { slot: 'A1' })]).problems).toEqual([
      { code: 'SLOT_TAKEN', message: 'Memory n: slot A1 is taken by Memory m.', assignmentIds: ['n', 'm'], slot: 'A1' },
    ]);
  });

  test.each<[string, SlottedAssignment, string, string]>([
    ['an unknown slot', ram('m', { slot: 'Z9' }), 'SLOT_UNKNOWN', 'Memory m: there is no slot Z9.'],
    [
      'a wrong type',
      ram('m', { slot: 'Bay 0' }),
      'SLOT_MISFIT',
      'Memory m is a ram part and slot Bay 0 takes storage.',
    ],
    [
      'a wrong form',
      ram('m', { slot: 'A1', form: 'SO-DIMM' }),
      'SLOT_MISFIT',
      'Memory m is SO-DIMM and slot A1 takes RDIMM.',
    ],
    [
      'four slots for three parts',
      ram('m', { slot: 'A1-A4', quantity: 3 }),
      'SLOT_COUNT',
      'Memory m: A1-A4 names 4 slots and the quantity is 3.',
    ],
    [
      'one slot for two parts',
      ram('m', { slot: 'A1', quantity: 2 }),
      'SLOT_COUNT',
      'Memory m: A1 names 1 slot and the quantity is 2.',
    ],
    [
      '5 DIMMs in 4 slots',
      ram('m', { quantity: 5 }),
      'SLOTS_EXCEEDED',
      '5 ram parts are fitted and 4 slots take them.',
    ],
  ])('%s', (_, assignment, code, message) => {
    expect(problemsOf(assignment)).toEqual([{ code, message }]);
  });

  test('a part of known form that fits, in any case, and a part of unknown form', () => {
    expect(problemsOf(ram('m', { slot: 'A1', form: 'rdimm' }), ram('n', { slot: 'A2' }))).toEqual([]);
  });

  test('a type without declared slots is not judged: two CPUs in a compute that declares no socket', () => {
    expect(problemsOf({ id: 'c', name: 'Xeon', componentType: 'cpu', quantity: 2 })).toEqual([]);
  });

  test('a compute without declared slots accepts any text', () => {
    expect(
      checkSlots([], [ram('m', { slot: 'somewhere-left' }), ram('n', { slot: 'somewhere-left' })]).problems,
    ).toEqual([]);
  });
});

describe('proposeSlots previews an assignment', () => {
  test('takes the first free slots that fit: A1 is taken, so A2 and A3', () => {
    expect(proposeSlots(server, [ram('m', { slot: 'A1' })], ram('n', { quantity: 2 }))).toEqual({
      outcome: 'fits',
      slots: ['A2', 'A3'],
    });
  });

  test('leaves room for parts fitted without a slot: 4 − 1 slotted − 2 unslotted = 1 free for 2', () => {
    const fitted = [ram('m', { slot: 'A1' }), ram('u', { quantity: 2 })];
    expect(proposeSlots(server, fitted, ram('n', { quantity: 2 }))).toEqual({
      outcome: 'would exceed',
      message: 'Memory n: 2 are to be fitted and 1 free slots take them.',
    });
  });

  test('no free slot: four of four are taken', () => {
    expect(proposeSlots(server, [ram('m', { slot: 'A1-A4', quantity: 4 })], ram('n'))).toEqual({
      outcome: 'no free slot',
      message: 'Memory n: no free slot takes it.',
    });
  });

  test('a named slot is checked: refused when taken, taken over when it is the part itself', () => {
    const fitted = [ram('m', { slot: 'A1' })];
    expect(proposeSlots(server, fitted, ram('n', { slot: 'A1' }))).toEqual({
      outcome: 'refused',
      message: 'Memory n: slot A1 is taken by Memory m.',
    });
    expect(proposeSlots(server, fitted, ram('m', { slot: 'A1-A2', quantity: 2 }))).toEqual({
      outcome: 'fits',
      slots: ['A1', 'A2'],
    });
  });

  test('a compute without declared slots, or without any for the type, always fits', () => {
    expect(proposeSlots([], [], ram('m', { quantity: 99 }))).toEqual({ outcome: 'fits', slots: [] });
    expect(proposeSlots(bays, [], ram('m'))).toEqual({ outcome: 'fits', slots: [] });
  });
});
