import { describe, expect, it } from 'vitest';
import { failureOf } from '../../testing/failures.ts';
import { isBatch, readItems } from './plan-batch.ts';

describe('several services on the command line', () => {
  it('are told from one service by a quantity or by their number', () => {
    expect(isBatch(['web'])).toBe(false);
    expect(isBatch(['web=3'])).toBe(true);
    expect(isBatch(['web', 'db'])).toBe(true);
  });

  it('are read with their quantities, one where none is given', () => {
    expect(readItems(['web=3', 'db', 'a=b=2'])).toEqual([
      { subject: { service: 'web' }, quantity: 3 },
      { subject: { service: 'db' }, quantity: 1 },
      { subject: { service: 'a=b' }, quantity: 2 },
    ]);
  });

  it('are refused with what to write', () => {
    for (const word of ['web=0', 'web=1.5', 'web=', '=3']) {
      expect(failureOf(() => readItems([word])).message).toContain('SERVICE=QUANTITY');
    }
  });
});
