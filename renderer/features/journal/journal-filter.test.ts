import { afterEach, describe, expect, test, vi } from 'vitest';
import { dayStart, feedInput, filterIn, isFiltered, momentOf, queryOf } from './journal-filter.ts';

afterEach(() => vi.unstubAllEnvs());

describe('a day', () => {
  test.each([
    // East of Greenwich it begins the UTC day before, with half hours too; in New York it has 23 hours when summer begins.
    ['UTC', '2026-03-08T00:00:00.000Z', '2026-03-09T00:00:00.000Z'],
    ['Asia/Kolkata', '2026-03-07T18:30:00.000Z', '2026-03-08T18:30:00.000Z'],
    ['America/New_York', '2026-03-08T05:00:00.000Z', '2026-03-09T04:00:00.000Z'],
    ['Pacific/Kiritimati', '2026-03-07T10:00:00.000Z', '2026-03-08T10:00:00.000Z'],
  ])('in %s begins and ends when it does there', (zone, begins, ends) => {
    vi.stubEnv('TZ', zone);
    expect([dayStart('2026-03-08', 0), dayStart('2026-03-08', 1)]).toEqual([begins, ends]);
  });

  test('is asked for whole: from its first moment up to the first of the next', () => {
    vi.stubEnv('TZ', 'Asia/Kolkata');
    const filter = filterIn({ from: '2026-12-31', to: '2026-12-31' });
    expect(feedInput(filter, null)).toEqual({
      text: '',
      from: '2026-12-30T18:30:00.000Z',
      to: '2026-12-31T18:30:00.000Z',
    });
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
