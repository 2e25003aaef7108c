import { describe, expect, it } from 'vitest';
import { readQuery } from './bind.ts';
import { compileExpression, compileTextMatch, regexpMatcher } from './compile.ts';
import type { CompileContext } from './compile.ts';
import { computeSchema } from './test-schema.ts';

const context: CompileContext = {
  columns: {
    name: { sql: 'c.name', foldedSql: 'o.name_key' },
    cores: { sql: 'c.cores' },
    provider: { sql: 'c.provider' },
    state: { sql: 'c.state' },
    contractEnd: { sql: 'c.contract_end' },
    monitored: { sql: 'c.monitored' },
  },
  search: (text) => ({ sql: 'instr(c.search, ?) > 0', params: [text] }),
  tag: (key, value) => {
    const keyPart = compileTextMatch({ sql: 't.key' }, key);
    const valuePart = value === null ? { sql: '1', params: [] } : compileTextMatch({ sql: 't.value' }, value);
    return { sql: `${keyPart.sql} AND ${valuePart.sql}`, params: [...keyPart.params, ...valuePart.params] };
  },
  memberships: { in: (match) => compileTextMatch({ sql: 'p.name' }, match) },
};

function compiled(text: string) {
  const outcome = readQuery(text, computeSchema);
  if (!outcome.ok) throw new Error(outcome.failures[0]?.message);
  return compileExpression(outcome.value, context);
}

describe('compileExpression', () => {
  it.each([
    ['', '1', []],
    ['cores>=16', '(c.cores >= ?)', [16]],
    ['name=Web1', '(o.name_key = ?)', ['web1']],
    ['name:W[1]*', '(o.name_key GLOB ?)', ['w[[]1]*']],
    ['name:/^w/', '(regexp_match(?, ?, c.name))', ['^w', 'i']],
    ['provider:/^w/', '(regexp_match(?, ?, c.provider))', ['^w', '']],
    ['provider=OVH', '(lower(c.provider) = ?)', ['ovh']],
    ['provider=ÖVH', '(fold_text(c.provider) = ?)', ['övh']],
    ['provider!=OVH', '((lower(c.provider) = ?) IS NOT TRUE)', ['ovh']],
    ['provider=""', "(c.provider IS NULL OR c.provider = '')", []],
    ['state=*active', '(c.state IN (?, ?))', ['active', 'inactive']],
    ['contractEnd=2027', '((c.contract_end >= ?) AND (c.contract_end < ?))', ['2027-01-01', '2028-01-01']],
    ['monitored=yes', '(c.monitored = ?)', [1]],
    ['tag:env=prod', '((lower(t.key) = ?) AND (lower(t.value) = ?))', ['env', 'prod']],
    ['in:r1 or x', '(((lower(p.name) = ?)) OR (instr(c.search, ?) > 0))', ['r1', 'x']],
    ['not x y', '(((instr(c.search, ?) > 0) IS NOT TRUE) AND (instr(c.search, ?) > 0))', ['x', 'y']],
  ])('%s', (text, sql, params) => {
    expect(compiled(text)).toEqual({ sql, params });
  });

  it('never puts typed text into the SQL', () => {
    const hostile = `'); DROP TABLE compute; --`;
    const { sql, params } = compiled(`provider="${hostile}" or "${hostile}" or tag:"${hostile}"`);
    expect(sql).not.toContain('DROP');
    expect(params).toHaveLength(3);
  });

  it('says which part the engine forgot', () => {
    expect(() => compiled('runs:postgres')).toThrow("nothing for 'runs'");
    expect(() => compiled('serial=1')).toThrow("nothing for 'serial'");
  });
});

describe('regexpMatcher', () => {
  it('answers 1, 0 and NULL', () => {
    const matches = regexpMatcher();
    expect(matches('^w\\d', '', 'w1')).toBe(1);
    expect(matches('^w\\d', '', 'W1')).toBe(0);
    expect(matches('^w\\d', 'i', 'W1')).toBe(1);
    expect(matches('2$', '', 12)).toBe(1);
    expect(matches('a', '', null)).toBeNull();
  });
});
