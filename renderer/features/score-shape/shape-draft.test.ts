import { describe, expect, it } from 'vitest';
import { readPoints, stepped, textsOf, withPoint } from './shape-draft.ts';

describe('points as they are typed', () => {
  it('are the shape in percent, and read back as the same shape', () => {
    const texts = textsOf('target');
    expect(texts).toEqual([
      { utilisation: '0', score: '0' },
      { utilisation: '60', score: '100' },
      { utilisation: '70', score: '100' },
      { utilisation: '100', score: '0' },
    ]);
    expect(readPoints([{ utilisation: '62.5 %', score: '88' }])).toEqual({
      ok: true,
      points: [{ utilisation: 0.625, score: 88 }],
    });
  });

  it('are each refused with the point, what was given and what is allowed', () => {
    const reading = readPoints([
      { utilisation: '60', score: '100' },
      { utilisation: '50', score: '101' },
      { utilisation: '', score: 'all' },
    ]);
    expect(reading.ok ? [] : reading.problems.map(({ message }) => message)).toEqual([
      'Point 2: "used" must be more than the 60 % of the point before it; 50 % was given.',
      'Point 2: "points" must be a number from 0 to 100; "101" was given.',
      'Point 3: "used" must be a number from 0 to 100 %; "" was given.',
      'Point 3: "points" must be a number from 0 to 100; "all" was given.',
    ]);
    expect(readPoints([])).toEqual({
      ok: false,
      problems: [{ index: -1, key: 'utilisation', message: 'The curve needs at least one point.' }],
    });
  });

  it('get a further one halfway on the line: between 60/100 and 70/100 at 65/100, after the last towards 100 %', () => {
    expect(withPoint(textsOf('target'), 1)[2]).toEqual({ utilisation: '65', score: '100' });
    expect(withPoint([{ utilisation: '40', score: '30' }], 0)[1]).toEqual({ utilisation: '70', score: '30' });
    const full = Array.from({ length: 20 }, () => ({ utilisation: '1', score: '1' }));
    expect(withPoint(full, 0)).toBe(full);
  });

  it('go up and down by a step and never beyond 0 and 100', () => {
    expect([stepped('60', 1), stepped('60.5', -5), stepped('99', 5), stepped('0', -1), stepped('x', 1)]).toEqual([
      '61',
      '55.5',
      '100',
      '0',
      'x',
    ]);
  });
});
