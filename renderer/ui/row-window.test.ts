import { describe, expect, it } from 'vitest';
import { rowWindow } from './row-window.ts';

describe('the rows of a long list that are drawn', () => {
  it.each([
    ['at the top', { top: 0, rows: 20 }, 1000, { first: 0, last: 26 }],
    ['in the middle', { top: 500, rows: 20 }, 1000, { first: 494, last: 526 }],
    ['at the end', { top: 980, rows: 20 }, 1000, { first: 974, last: 999 }],
    ['of a list shorter than what is seen', { top: 0, rows: 20 }, 3, { first: 0, last: 2 }],
    ['of no list', { top: 0, rows: 20 }, 0, { first: 0, last: -1 }],
    ['of a list that became shorter than it is scrolled', { top: 500, rows: 20 }, 100, { first: 74, last: 99 }],
  ])('%s', (_, sight, total, expected) => {
    expect(rowWindow(sight, total)).toMatchObject(expected);
  });

  it('has a slot of its own for each row that is drawn', () => {
    for (let top = 0; top < 200; top += 1) {
      const { first, last, slots } = rowWindow({ top, rows: 7 }, 180);
      expect(last - first).toBeLessThan(slots);
    }
  });
});
