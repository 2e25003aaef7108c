import fc from 'fast-check';
import { expect, test } from 'vitest';
import { expandSlotRange } from './slot-range.ts';
import type { Slot } from '../domain/slot.ts';
import { checkSlots, proposeSlots, type SlottedAssignment } from './slots.ts';

const slots: Slot[] = Array.from({ length: 8 }, (_, index) => ({ name: `DIMM${index}`, kind: 'dimm' }));

test('parts fitted only where the proposal fits never share a slot and never exceed the slots', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 8 }), (quantities) => {
      const fitted: SlottedAssignment[] = [];
      for (const [index, quantity] of quantities.entries()) {
        const part: SlottedAssignment = { id: String(index), name: `part ${index}`, componentType: 'ram', quantity };
        const proposal = proposeSlots(slots, fitted, part);
        if (proposal.outcome === 'fits') fitted.push({ ...part, slot: proposal.slots.join(',') });
      }
      const { problems, occupants, free } = checkSlots(slots, fitted);
      expect(problems).toEqual([]);
      expect(occupants.size).toBe(fitted.reduce((sum, { quantity }) => sum + quantity, 0));
      expect(occupants.size + free.length).toBe(slots.length);
    }),
  );
});

test('a range from a to b names b − a + 1 different slots, first and last as written', () => {
  fc.assert(
    fc.property(fc.nat({ max: 999 }), fc.nat({ max: 200 }), (from, more) => {
      const range = expandSlotRange(`Bay ${from}-${from + more}`);
      const names = range.ok ? range.value : [];
      expect(new Set(names).size).toBe(more + 1);
      expect([names[0], names.at(-1)]).toEqual([`Bay ${from}`, `Bay ${from + more}`]);
    }),
  );
});
