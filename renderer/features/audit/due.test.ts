import { describe, expect, it } from 'vitest';
import { dueQuery, dueText } from './due.ts';

describe('what is due', () => {
  it('is asked for with a date 365 days before', () => {
    // 2026 is no leap year: 365 days before 20 November is 20 November.
    expect(dueQuery('2026-11-20')).toBe('lastAudited="" or lastAudited<2025-11-20');
    // 29 February 2024 lies between, so 365 days are a day less than the year.
    expect(dueQuery('2024-11-20')).toBe('lastAudited="" or lastAudited<2023-11-21');
  });

  it.each([
    [null, 'Never audited: due'],
    ['2026-11-20T08:00:00Z', null],
    ['2025-11-20T23:59:59Z', null],
    ['2025-11-19T00:00:00Z', 'Audited 366 days ago: due'],
  ])('an audit of %s is %s', (lastAudited, text) => {
    expect(dueText(lastAudited, '2026-11-20')).toBe(text);
  });
});
