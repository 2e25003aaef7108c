import { describe, expect, it } from 'vitest';
import type { NounItem } from '../../bridge/noun-client.ts';
import type { NounColumn } from './columns.tsx';
import { csvText } from './csv.ts';

function column(id: string): NounColumn {
  const plain = (row: { item: NounItem }) => String(row.item.record[id]);
  return { id, label: id, width: 100, align: 'start', shown: true, plain, cell: () => null };
}

function row(record: Record<string, unknown>) {
  return { item: { record: { id: 'x', ...record }, name: '', tags: {}, custom: {}, derived: {} }, references: {} };
}

describe('csvText', () => {
  it('writes keys, then values, quoting what CSV demands', () => {
    const text = csvText([column('name'), column('notes')], [row({ name: 'db-1', notes: 'a, "b"' })]);
    expect(text).toBe('name,notes\r\ndb-1,"a, ""b"""');
  });

  it('disarms what a spreadsheet would run, but no negative number', () => {
    const rows = ['=1+1', '@x', '-2+3', '-8', '-8.5'].map((value) => row({ value }));
    expect(csvText([column('value')], rows).split('\r\n')).toEqual([
      'value',
      `"'=1+1"`,
      `"'@x"`,
      `"'-2+3"`,
      '-8',
      '-8.5',
    ]);
  });
});
