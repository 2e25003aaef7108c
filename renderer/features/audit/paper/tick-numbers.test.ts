import { describe, expect, it } from 'vitest';
import { readTicks } from './tick-numbers.ts';

describe('readTicks', () => {
  it('reads numbers and ranges, each line once', () => {
    expect(readTicks(' 1-3, 7 2;9–10', 12)).toEqual({ ok: true, numbers: [1, 2, 3, 7, 9, 10] });
    expect(readTicks('', 12)).toEqual({ ok: true, numbers: [] });
  });

  it.each(['0', '13', '5-13', '4-2', 'x', '1-2-3'])('refuses %s of 12 lines', (word) => {
    const reading = readTicks(`1 ${word}`, 12);
    expect(reading).toEqual({
      ok: false,
      message: `'${word}' is no line of this rack; allowed are 1 to 12, and ranges such as 1-12.`,
    });
  });
});
