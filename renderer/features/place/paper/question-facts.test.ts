import { expect, test } from 'vitest';
import { scopeFacts } from './question-facts.ts';

function known(facts: ReturnType<typeof scopeFacts>) {
  return facts.filter(([, value]) => value !== '');
}

test('says where it may run and how it was judged', () => {
  const scope = {
    constraints: { site: ['fra1', 'ams1'], tags: { env: 'prod' } },
    query: 'role:web',
    buffer: { memory: 0.1, vram: 0.125 },
    basis: 'min' as const,
  };
  expect(known(scopeFacts(scope, 'pack'))).toEqual([
    ['Site', 'fra1 or ams1'],
    ['Tags', 'env=prod'],
    ['Filter', 'role:web'],
    ['Kept free', '10 % of memory, 12.5 % of GPU memory'],
    ['Booked', 'the minimum'],
    ['A good fit', 'fullest is best (pack): 0 points at 0 % used, 100 points at 100 % used'],
  ]);
});

test('says no more than what was booked where nothing narrows the fleet', () => {
  expect(known(scopeFacts({}, null))).toEqual([['Booked', 'the most that fits, up to the maximum']]);
});
