import { describe, expect, it } from 'vitest';
import { EMPTY_SCOPE, readScope } from './scope-draft.ts';

describe('readScope', () => {
  it('says what is missing', () => {
    expect(readScope(EMPTY_SCOPE)).toEqual({ ok: false, message: 'Choose a room.' });
    expect(readScope({ ...EMPTY_SCOPE, kind: 'racks' })).toEqual({ ok: false, message: 'Choose at least one rack.' });
    expect(readScope({ ...EMPTY_SCOPE, kind: 'list', list: ' \n\t' }).ok).toBe(false);
  });

  it('takes an empty query for all that is recorded', () => {
    expect(readScope({ ...EMPTY_SCOPE, kind: 'query', query: '  ' })).toEqual({
      ok: true,
      scope: { kind: 'query', query: '' },
    });
  });

  it('takes a pasted column once, trimmed', () => {
    expect(readScope({ ...EMPTY_SCOPE, kind: 'list', list: ' SN-1 \r\nSN-2\nSN-1\n\n' })).toEqual({
      ok: true,
      scope: { kind: 'list', texts: ['SN-1', 'SN-2'] },
    });
  });

  it('reads only the part of the chosen kind', () => {
    const draft = { ...EMPTY_SCOPE, room: 'r', site: 's', racks: ['a'] };
    expect(readScope({ ...draft, kind: 'site' })).toEqual({ ok: true, scope: { kind: 'site', site: 's' } });
    expect(readScope({ ...draft, kind: 'racks' })).toEqual({ ok: true, scope: { kind: 'racks', racks: ['a'] } });
  });
});
