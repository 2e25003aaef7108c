import { describe, expect, it } from 'vitest';
import { emptyFit, readFit } from './fit-draft.ts';

const DRAFT = { ...emptyFit('DIMM A1'), component: 'c1' };

describe('readFit', () => {
  it('reads empty fields as nothing', () => {
    const reading = readFit(DRAFT);
    expect(reading.ok && reading.input).toEqual({
      component: 'c1',
      quantity: 1,
      slot: 'DIMM A1',
      serials: [],
      installedAt: null,
      warrantyEnd: null,
      notes: null,
    });
  });

  it('takes fewer serial numbers than units, in order, and none beyond the quantity', () => {
    const reading = readFit({ ...DRAFT, quantity: '3', serials: [' SN1', 'SN2', '', 'SN9'] });
    expect(reading.ok && reading.input.serials).toEqual(['SN1', 'SN2']);
  });

  it.each([
    [{ component: '' }, 'Choose a component.'],
    [{ quantity: '0' }, 'Quantity must be at least 1.'],
    [
      { quantity: '3', serials: ['SN1', '', 'SN3'] },
      'A serial number is missing between two others; fill the line or clear those after it.',
    ],
  ])('refuses %j', (change, message) => {
    expect(readFit({ ...DRAFT, ...change })).toEqual({ ok: false, message });
  });
});
