import { expect, test } from 'vitest';
import { withFeedChange, withNextFeed } from './feeds-draft.ts';

const A = { name: 'A', volts: 400, amps: 32, phases: 3 as const, deratingPercent: 80, panel: 'P1', breaker: '12' };

test('the first feed is a usual one, the next is like the last under the next free letter', () => {
  expect(withNextFeed([])).toEqual([{ name: 'A', volts: 230, amps: 16, phases: 1, deratingPercent: 80 }]);
  expect(withNextFeed([A, { ...A, name: 'c' }]).at(-1)).toEqual({
    name: 'B',
    volts: 400,
    amps: 32,
    phases: 3,
    deratingPercent: 80,
    panel: 'P1',
  });
});

test('a change touches one feed, and an emptied text is left out', () => {
  const feeds = [A, { ...A, name: 'B' }];
  expect(withFeedChange(feeds, 1, { amps: 16, breaker: '' })).toEqual([
    A,
    { name: 'B', volts: 400, amps: 16, phases: 3, deratingPercent: 80, panel: 'P1' },
  ]);
});
