import { afterEach, expect, test, vi } from 'vitest';
import { groupsInput, historyFilterIn, isHistoryFiltered } from './history-filter.ts';

afterEach(() => vi.unstubAllEnvs());

test('a filter is read from the address; what the program does not know is left out', () => {
  vi.stubEnv('TZ', 'America/New_York');
  const filter = historyFilterIn({
    q: ' web ',
    by: 'Ada',
    kind: 'import',
    noun: 'compute',
    from: '2026-03-08',
    to: '2026-03-08',
  });
  expect(groupsInput(filter)).toEqual({
    text: 'web',
    actor: 'Ada',
    kind: 'import',
    noun: 'compute',
    from: '2026-03-08T05:00:00.000Z',
    // 23 hours later: summer time begins.
    to: '2026-03-09T04:00:00.000Z',
  });
  const unknown = historyFilterIn({ kind: 'magic', noun: 'weather', from: 'soon' });
  expect(groupsInput(unknown)).toEqual({ text: '' });
  expect([isHistoryFiltered(filter), isHistoryFiltered(unknown)]).toEqual([true, false]);
});
