import type { SavedView, ViewLayout } from '../../../shared/domain/saved-view.ts';
import type { ColumnLayout, Sort } from '../../ui/table-layout.ts';
import { orderedColumns } from './ColumnChooser.tsx';
import type { NounColumn } from './columns.tsx';
import { sortText } from './sort-text.ts';

/** What a list shows, as a view keeps it. */
export interface Shown {
  readonly query: string;
  readonly sort: Sort | null;
  readonly layout: ColumnLayout;
}

/** The columns in sight in their order, their widths, and the sort order. */
export function viewLayoutOf(columns: readonly NounColumn[], { sort, layout }: Omit<Shown, 'query'>): ViewLayout {
  const ids = new Set(columns.map(({ id }) => id));
  const widths = Object.entries(layout.sizing).filter(([id]) => ids.has(id));
  return {
    columns: orderedColumns(columns, layout.order)
      .map(({ id }) => id)
      .filter((id) => layout.visibility[id]),
    widths: Object.fromEntries(widths.map(([id, width]) => [id, Math.min(4000, Math.max(20, Math.round(width)))])),
    sort: sort ? [{ key: sort.key, descending: sort.descending }] : [],
  };
}

/** A kept layout for the columns that are there now; null: the view says nothing of columns. */
export function columnLayoutOf(
  columns: readonly NounColumn[],
  { columns: kept, widths }: ViewLayout,
): ColumnLayout | null {
  if (kept.length === 0) return null;
  return {
    visibility: Object.fromEntries(columns.map(({ id }) => [id, kept.includes(id)])),
    order: [...kept, ...columns.map(({ id }) => id).filter((id) => !kept.includes(id))],
    sizing: widths,
  };
}

/** The sort order of a view as the address holds it. */
export function viewSort({ sort: [first] }: ViewLayout): string | undefined {
  return sortText(first ?? null);
}

/** Whether the list shows something else than the view keeps. */
export function isChanged(
  view: Pick<SavedView, 'query' | 'layout'>,
  columns: readonly NounColumn[],
  shown: Shown,
): boolean {
  const now = viewLayoutOf(columns, shown);
  const { layout } = view;
  const sameColumns = layout.columns.length === 0 || layout.columns.join('\n') === now.columns.join('\n');
  const sameWidths = now.columns.every((id) => (layout.widths[id] ?? null) === (now.widths[id] ?? null));
  return (
    (view.query ?? '') !== shown.query ||
    viewSort(layout) !== viewSort(now) ||
    !sameColumns ||
    (layout.columns.length > 0 && !sameWidths)
  );
}
