import { describe, expect, test } from 'vitest';
import { cellText, csvLine, guarded, unguarded } from './csv.ts';
import { parseTags, printTags } from './csv-tags.ts';

describe('formulas', () => {
  test.each(['=1+1', '+49 30', '-x', '@SUM(A1)', '\t=1', "'=1", '＝1'])('%j is guarded and comes back', (text) => {
    expect(guarded(text)).toBe(`'${text}`);
    expect(unguarded(guarded(text))).toBe(text);
  });

  test.each(["O'Brien", "'quoted'", 'a=b', '', '00123', '1E5'])('%j stays as it is', (text) => {
    expect(guarded(text)).toBe(text);
    expect(unguarded(text)).toBe(text);
  });
});

test('cells are quoted where they must be', () => {
  expect(csvLine(['a', 'b,c', 'say "x"', ' d', 'e\nf'])).toBe('a,"b,c","say ""x"""," d","e\nf"\n');
});

test('values are written in the form that import reads', () => {
  const cell = (kind: 'flag' | 'integer' | 'money' | 'json' | 'text', value: unknown) =>
    cellText({ kind, label: '', required: true }, value);
  expect(cell('flag', true)).toBe('yes');
  expect(cell('integer', -5)).toBe('-5');
  expect(cellText({ kind: 'integer', label: '', required: true, unit: 'g' }, 28_650)).toBe('28.65');
  expect(cellText({ kind: 'integer', label: '', required: true, unit: 'halfU' }, 25)).toBe('12.5');
  expect(cell('money', '1234.50')).toBe('1234.50');
  expect(cell('json', { cores: 4 })).toBe('{"cores":4}');
  expect(cell('text', '=x')).toBe("'=x");
  expect(cell('text', null)).toBe('');
});

describe('tags in one cell', () => {
  test('are read as people write them', () => {
    expect(parseTags(' env = prod ;role;\n tier=1=2 ')).toEqual({ env: 'prod', role: '', tier: '1=2' });
  });

  test('keep separators in their values by a backslash', () => {
    expect(printTags({ hosts: 'a,b', 'k=v': ' x' })).toBe('hosts=a\\,b, k\\=v=\\ x');
  });
});
