import { describe, expect, it } from 'vitest';
import { readNames } from './fit-target.ts';

describe('readNames', () => {
  it('reads names and sequences, each name once, commas inside brackets as part of a sequence', () => {
    expect(readNames('srv1, srv[003-005]\nsrv[1,4]; srv1')).toEqual({
      ok: true,
      value: ['srv1', 'srv003', 'srv004', 'srv005', 'srv4'],
    });
  });

  it('has nothing for nothing', () => {
    expect(readNames(' , ')).toEqual({ ok: true, value: [] });
  });

  it('refuses a sequence that runs backwards', () => {
    expect(readNames('srv[9-1]').ok).toBe(false);
  });
});
