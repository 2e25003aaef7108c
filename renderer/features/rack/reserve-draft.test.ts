import { describe, expect, it } from 'vitest';
import { EMPTY_RESERVE, readReserve } from './reserve-draft.ts';

const RACK = { id: 'r1', name: 'A01', heightU: 42, numbering: 'bottom', startUnit: 1 } as const;
const DRAFT = { ...EMPTY_RESERVE, unit: 'U12', heightU: '2', reservedFor: ' payments ' };

describe('readReserve', () => {
  it('counts half units from the floor: U12 begins 11 U up, which is 22', () => {
    const read = readReserve(DRAFT, RACK);
    expect(read.ok && read.value).toEqual({
      rackId: 'r1',
      positionHalfU: 22,
      heightHalfU: 4,
      face: 'both',
      reservedFor: 'payments',
      until: null,
      notes: null,
    });
  });

  it.each([
    ['a unit outside the rack', { unit: '43' }],
    ['two units that begin in the last', { unit: '42' }],
    ['no height', { heightU: '0' }],
    ['a third of a unit', { heightU: '0.3' }],
    ['nobody', { reservedFor: ' ' }],
  ])('refuses %s', (_what, change) => {
    expect(readReserve({ ...DRAFT, ...change }, RACK).ok).toBe(false);
  });
});
