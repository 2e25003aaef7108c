import { describe, expect, test } from 'vitest';
import { expandSlotRange } from './slot-range.ts';

describe('expandSlotRange', () => {
  test.each([
    ['DIMM0-3', ['DIMM0', 'DIMM1', 'DIMM2', 'DIMM3']],
    ['A1-A4', ['A1', 'A2', 'A3', 'A4']],
    ['DIMM A1-A3', ['DIMM A1', 'DIMM A2', 'DIMM A3']],
    ['CPU1-2', ['CPU1', 'CPU2']],
    ['Bay 08 - 11', ['Bay 08', 'Bay 09', 'Bay 10', 'Bay 11']],
    ['PSU A-B', ['PSU A', 'PSU B']],
    ['A1, A3,B1-B2', ['A1', 'A3', 'B1', 'B2']],
    ['0-2', ['0', '1', '2']],
    ['PCIe-1', ['PCIe-1']],
    ['M.2-1', ['M.2-1']],
    ['Riser', ['Riser']],
  ])('%s names %j', (text, names) => {
    expect(expandSlotRange(text)).toEqual({ ok: true, value: names });
  });

  test.each([
    ['DIMM7-3', 'runs backwards'],
    ['A1-B8', 'starts with A1 and ends with B8'],
    ['A1,,A2', 'has an empty place between commas'],
    ['A1-A3,A2', 'names A2 twice'],
    ['A0-A4096', 'names more than 4096 slots'],
  ])('%s is refused: it %s', (text, why) => {
    const reading = expandSlotRange(text);
    expect(reading.ok ? '' : reading.message).toBe(
      `Slot '${text}' ${why}; allowed is one name, names with commas, or a rising range such as DIMM0-3, A1-A16 or PSU A-B.`,
    );
  });

  test('a declared slot whose name looks like a range is that slot', () => {
    expect(expandSlotRange('Slot 1-2', (name) => name === 'Slot 1-2')).toEqual({ ok: true, value: ['Slot 1-2'] });
  });
});
