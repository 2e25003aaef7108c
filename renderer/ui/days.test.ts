import { afterEach, expect, test, vi } from 'vitest';
import { dayIn, dayStart } from './days.ts';

afterEach(() => vi.unstubAllEnvs());

test.each([
  // East of Greenwich a day begins the UTC day before, with half hours too; in New York it has 23 hours when summer begins.
  ['UTC', '2026-03-08T00:00:00.000Z', '2026-03-09T00:00:00.000Z'],
  ['Asia/Kolkata', '2026-03-07T18:30:00.000Z', '2026-03-08T18:30:00.000Z'],
  ['America/New_York', '2026-03-08T05:00:00.000Z', '2026-03-09T04:00:00.000Z'],
  ['Pacific/Kiritimati', '2026-03-07T10:00:00.000Z', '2026-03-08T10:00:00.000Z'],
])('a day in %s begins and ends when it does there', (zone, begins, ends) => {
  vi.stubEnv('TZ', zone);
  expect([dayStart('2026-03-08', 0), dayStart('2026-03-08', 1)]).toEqual([begins, ends]);
});

test('what is no day of the calendar is none', () => {
  expect(['2026-02-01', 'x', '2026-2-1', '2026-13-01', undefined].map(dayIn)).toEqual(['2026-02-01', '', '', '', '']);
});
