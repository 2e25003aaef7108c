import { describe, expect, it } from 'vitest';
import type { NounColumn } from './columns.tsx';
import { columnLayoutOf, isChanged, viewLayoutOf, viewSort } from './saved-views.ts';

const COLUMNS = ['name', 'state', 'cores'].map((id): NounColumn => ({
  id,
  label: id,
  width: 100,
  align: 'start',
  shown: true,
  plain: () => '',
  cell: () => null,
}));
const LAYOUT = {
  visibility: { name: true, state: false, cores: true },
  order: ['cores', 'name'],
  sizing: { cores: 80.4, gone: 50 },
};
const SORT = { key: 'cores', descending: true };
const KEPT = { columns: ['cores', 'name'], widths: { cores: 80 }, sort: [SORT] };

describe('a view of a list', () => {
  it('keeps the columns in sight in their order, their widths, and the sort order', () => {
    expect(viewLayoutOf(COLUMNS, { layout: LAYOUT, sort: SORT })).toEqual(KEPT);
    expect(viewSort(KEPT)).toBe('-cores');
    expect(viewSort({ ...KEPT, sort: [] })).toBeUndefined();
  });

  it('hides columns that came later, and forgets those that went', () => {
    expect(columnLayoutOf(COLUMNS, { ...KEPT, columns: ['gone', 'name'] })).toEqual({
      visibility: { name: true, state: false, cores: false },
      order: ['gone', 'name', 'state', 'cores'],
      sizing: { cores: 80 },
    });
    expect(columnLayoutOf(COLUMNS, { columns: [], widths: {}, sort: [] })).toBeNull();
  });

  it('is changed by another query, order, column or width, and not by showing it', () => {
    const view = { query: 'state:active', layout: KEPT };
    const shown = { query: 'state:active', sort: SORT, layout: columnLayoutOf(COLUMNS, KEPT) ?? LAYOUT };
    expect(isChanged(view, COLUMNS, shown)).toBe(false);
    expect(isChanged(view, COLUMNS, { ...shown, query: '' })).toBe(true);
    expect(isChanged(view, COLUMNS, { ...shown, sort: null })).toBe(true);
    expect(isChanged(view, COLUMNS, { ...shown, layout: { ...shown.layout, sizing: { cores: 90 } } })).toBe(true);
    const less = { ...shown.layout, visibility: { name: true } };
    expect(isChanged(view, COLUMNS, { ...shown, layout: less })).toBe(true);
  });
});
