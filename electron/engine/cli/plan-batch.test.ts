import { describe, expect, it } from 'vitest';
import { failureOf } from '../../testing/failures.ts';
import { isBatch, leftOutText, readItems } from './plan-batch.ts';

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

  it('say in words why some stay out', () => {
    expect(leftOutText({ kind: 'room', room: 20, limitedBy: 'spread' })).toBe(
      'its limit per compute leaves room for at most 20 in all',
    );
    expect(leftOutText({ kind: 'total-exceeded', resource: 'memory', need: 65_536, free: 1024 })).toBe(
      'all together need 64 GB of memory, 1 GB are free',
    );
  });

  it('are refused with what to write', () => {
    for (const word of ['web=0', 'web=1.5', 'web=', '=3']) {
      expect(failureOf(() => readItems([word])).message).toContain('SERVICE=QUANTITY');
    }
  });
});
