import { expect, it } from 'vitest';
import { readTargets } from './targets.ts';

const NOBODY: ReadonlySet<string> = new Set();

it('means the selected computes, named ones or those that a filter lists', () => {
  expect(readTargets('selected', '', new Set(['a', 'b']))).toEqual({ ok: true, targets: { computes: ['a', 'b'] } });
  expect(readTargets('names', 'web-1, db[01-03]', NOBODY)).toEqual({
    ok: true,
    targets: { computes: ['web-1', 'db01', 'db02', 'db03'] },
  });
  expect(readTargets('filter', ' role=web ', NOBODY)).toEqual({ ok: true, targets: { query: 'role=web' } });
});

it('means all computes only when that is said', () => {
  expect(readTargets('filter', ' ', NOBODY)).toEqual({ ok: false, message: null });
  expect(readTargets('filter', '*', NOBODY)).toEqual({ ok: true, targets: { query: '' } });
  expect(readTargets('selected', '', NOBODY)).toEqual({ ok: false, message: null });
});
