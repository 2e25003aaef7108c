import { afterEach, expect, test, vi } from 'vitest';
import { feedInput, filterIn, isFiltered, momentOf, queryOf } from './journal-filter.ts';

afterEach(() => vi.unstubAllEnvs());

test('a day is asked for whole: from its first moment up to the first of the next', () => {
  vi.stubEnv('TZ', 'Asia/Kolkata');
  const filter = filterIn({ from: '2026-12-31', to: '2026-12-31' });
  expect(feedInput(filter, null)).toEqual({
    text: '',
    from: '2026-12-30T18:30:00.000Z',
    to: '2026-12-31T18:30:00.000Z',
  });
});

test('a local time is stored as UTC, an empty one not at all', () => {
  vi.stubEnv('TZ', 'America/New_York');
  expect(momentOf('2026-07-01T09:30')).toBe('2026-07-01T13:30:00.000Z');
  expect([momentOf(''), momentOf('soon')]).toEqual([null, null]);
});

test('a filter comes back from the address it was put in', () => {
  const filter = filterIn({
    category: 'hardware,nonsense,incident',
    from: '2026-02-01',
    to: 'x',
    q: ' disk',
    by: 'people',
  });
  expect(filter).toEqual({
    categories: ['incident', 'hardware'],
    from: '2026-02-01',
    to: '',
    text: ' disk',
    by: 'people',
  });
  const { to: _open, ...parts } = queryOf(filter);
  expect(parts).toEqual({ category: 'incident,hardware', from: '2026-02-01', q: ' disk', by: 'people' });
  expect(feedInput(filter, ['id-1'])).toMatchObject({
    objects: ['id-1'],
    categories: ['incident', 'hardware'],
    text: 'disk',
    automatic: false,
  });
  expect([isFiltered(filter), isFiltered(filterIn({ q: ' ' }))]).toEqual([true, false]);
});
