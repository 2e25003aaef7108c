import { describe, expect, it } from 'vitest';
import { EMPTY_DRAFT, readDraft } from './free-space-form.ts';

describe('readDraft', () => {
  it('asks for one unit on both faces by itself', () => {
    expect(readDraft(EMPTY_DRAFT, undefined)).toEqual({
      ok: true,
      input: { heightHalfU: 2, quantity: 1, face: 'both' },
    });
  });

  it('reads "4 U, 800 W and 2 free 10G ports together" in one room', () => {
    const draft = { ...EMPTY_DRAFT, height: '4 U', watts: '0.8 kW', ports: '2', portType: '10gbase' };
    expect(readDraft(draft, 'h1')).toEqual({
      ok: true,
      input: {
        heightHalfU: 8,
        quantity: 1,
        face: 'both',
        watts: 800,
        ports: { count: 2, type: '10gbase' },
        scope: { room: 'h1' },
      },
    });
  });

  it('says of every field what is wrong with it', () => {
    const read = readDraft({ ...EMPTY_DRAFT, height: 'tall', quantity: '0', weight: '1,5 kg', ports: 'x' }, undefined);
    expect(read.ok ? [] : Object.keys(read.problems)).toEqual(['height', 'quantity', 'weight', 'ports']);
    expect(read.ok ? '' : read.problems.quantity).toBe("Number '0' is not a whole number; allowed is 1 and more.");
  });
});
