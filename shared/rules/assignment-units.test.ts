import { describe, expect, test } from 'vitest';
import { assignmentUnits, unitSlots } from './assignment-units.ts';

describe('unitSlots', () => {
  test.each([
    ['DIMM0-3', 4, ['DIMM0', 'DIMM1', 'DIMM2', 'DIMM3']],
    ['DIMM0-3', 2, [null, null]],
    [null, 2, [null, null]],
    ['front cage', 1, ['front cage']],
  ])('%s for %i units', (slot, quantity, slots) => {
    expect(unitSlots(slot, quantity)).toEqual(slots);
  });

  test('a declared name with a hyphen is a slot, not a range', () => {
    expect(unitSlots('P1-2, P1-3', 2, (name) => name === 'P1-2' || name === 'P1-3')).toEqual(['P1-2', 'P1-3']);
  });
});

test('parts go to their slots, the others to the units left', () => {
  const parts = [
    { slot: null, id: 1 },
    { slot: 'b', id: 2 },
    { slot: 'gone', id: 3 },
  ];
  expect(assignmentUnits(['A', 'B', 'C', 'D'], parts).map(({ slot, part }) => [slot, part?.id ?? null])).toEqual([
    ['A', 1],
    ['B', 2],
    ['C', 3],
    ['D', null],
  ]);
});
