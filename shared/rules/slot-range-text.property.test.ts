import fc from 'fast-check';
import { expect, test } from 'vitest';
import { expandSlotRange } from './slot-range.ts';
import { slotRangeText } from './slot-range-text.ts';

test.each([
  [['DIMM1', 'DIMM2', 'DIMM3', 'DIMM7'], 'DIMM1-3, DIMM7'],
  [['Bay 08', 'Bay 09', 'Bay 10'], 'Bay 08-10'],
  [['A1', 'A2'], 'A1, A2'],
  [['CPU1', 'DIMM2', 'DIMM3'], 'CPU1, DIMM2, DIMM3'],
  [[], ''],
])('%j is written as %s', (names, text) => {
  expect(slotRangeText(names)).toBe(text);
});

const name = fc
  .tuple(fc.constantFrom('DIMM', 'Bay ', 'PCIe-', 'M.2-', 'A', 'U.2 ', 'P2-DIMM'), fc.nat(120), fc.boolean())
  .map(([prefix, number, padded]) => `${prefix}${padded ? String(number).padStart(3, '0') : number}`);

test('the text reads back as the same slots in the same order', () => {
  fc.assert(
    fc.property(fc.uniqueArray(name, { minLength: 1, maxLength: 40 }), (names) => {
      const known = new Set(names);
      const read = expandSlotRange(slotRangeText(names), (slot) => known.has(slot));
      expect(read).toEqual({ ok: true, value: names });
    }),
  );
});
