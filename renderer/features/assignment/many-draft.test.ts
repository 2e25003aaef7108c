import { describe, expect, it } from 'vitest';
import type { Verdict } from '../../../shared/domain/plan.ts';
import { EMPTY_MANY, outcomeOf, previewedOf, readQuantity } from './many-draft.ts';

const FITS: Verdict = {
  computeId: 'a',
  compute: 'a',
  verdict: 'candidate',
  rank: 1,
  score: 50,
  utilisation: 0.3,
  utilisationBefore: 0,
  bottleneck: null,
  imbalance: 0,
  strandsGpu: false,
  fits: 'max',
  step: 100,
  quantity: 1,
  quantityBefore: 0,
  allocated: { cores: 2, memory: 0, vram: 0, nvme: 0, gpu: 0 },
  allocatedBefore: null,
  resources: [],
  badges: [],
};
const NOT: Verdict = {
  computeId: 'b',
  compute: 'b',
  verdict: 'rejected',
  reasons: [{ code: 'STATE', want: 'active', actual: 'inactive' }],
};

describe('what booking on several would do', () => {
  it('leaves out those that cannot, or takes all of them with a reason', () => {
    expect(outcomeOf(EMPTY_MANY, [FITS, NOT])).toEqual({ booked: 1, fitting: 1, refused: 1, missing: null });
    const override = { ...EMPTY_MANY, unfit: 'override' as const };
    expect(outcomeOf(override, [FITS, NOT])).toMatchObject({
      booked: 2,
      missing: 'Placing against capacity or rules needs a reason.',
    });
    expect(outcomeOf({ ...override, reason: 'Agreed' }, [FITS, NOT])).toMatchObject({ booked: 2, missing: null });
  });

  it('asks for no reason where all fit, and books nothing where none does', () => {
    expect(outcomeOf({ ...EMPTY_MANY, unfit: 'override' }, [FITS])).toMatchObject({ booked: 1, missing: null });
    expect(outcomeOf(EMPTY_MANY, [NOT])).toMatchObject({
      booked: 0,
      missing: 'None of the selected computes can take it.',
    });
  });

  it('holds to what was shown of those that fit', () => {
    expect(previewedOf([FITS, NOT])).toEqual({ a: { cores: 2 } });
  });

  it('reads a quantity from 1 to 100,000', () => {
    expect(readQuantity(' 3 ')).toEqual({ ok: true, quantity: 3 });
    for (const text of ['0', '1.5', '', '100001']) expect(readQuantity(text).ok).toBe(false);
  });
});
