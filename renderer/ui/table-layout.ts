import {
  columnOrderingFeature,
  columnResizingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  createColumnHelper,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { useMemo, type ReactNode } from 'react';

export interface DataColumn<Row> {
  readonly id: string;
  readonly label: string;
  readonly help?: string;
  /** In px at the ordinary text size; the aisle theme scales it. */
  readonly width: number;
  readonly align: 'start' | 'end';
  /** What the engine sorts by; absent: the column cannot be sorted. */
  readonly sortKey?: string;
  readonly cell: (row: Row) => ReactNode;
}

/** How a person arranged a list; kept per list on this machine. */
export interface ColumnLayout {
  readonly visibility: Readonly<Record<string, boolean>>;
  readonly order: readonly string[];
  readonly sizing: Readonly<Record<string, number>>;
}

export interface Sort {
  readonly key: string;
  readonly descending: boolean;
}

const features = tableFeatures({
  columnVisibilityFeature,
  columnSizingFeature,
  columnResizingFeature,
  columnOrderingFeature,
});

const helper = createColumnHelper<typeof features, object>();
const NO_ROWS: object[] = [];
const NARROWEST_PX = 48;

type Updater<Value> = Value | ((old: Value) => Value);

function applied<Value>(updater: Updater<Value>, old: Value): Value {
  return typeof updater === 'function' ? (updater as (old: Value) => Value)(old) : updater;
}

/** The columns as TanStack Table arranges them: order, visibility, widths and the resize handles. Rows stay outside it. */
export function useTableLayout<Row>(
  columns: readonly DataColumn<Row>[],
  layout: ColumnLayout,
  onLayout: (layout: ColumnLayout) => void,
) {
  const definitions = useMemo(
    () =>
      helper.columns(
        columns.map((column) =>
          helper.display({
            id: column.id,
            header: column.label,
            size: column.width,
            minSize: NARROWEST_PX,
          }),
        ),
      ),
    [columns],
  );
  const state = {
    columnVisibility: { ...layout.visibility },
    columnOrder: [...layout.order],
    columnSizing: { ...layout.sizing },
  };
  const table = useTable({
    features,
    columns: definitions,
    data: NO_ROWS,
    columnResizeMode: 'onChange',
    state,
    onColumnVisibilityChange: (next) => onLayout({ ...layout, visibility: applied(next, state.columnVisibility) }),
    onColumnOrderChange: (next) => onLayout({ ...layout, order: applied(next, state.columnOrder) }),
    onColumnSizingChange: (next) => onLayout({ ...layout, sizing: applied(next, state.columnSizing) }),
  });
  const headers = table.getHeaderGroups()[0]?.headers ?? [];
  const byId = useMemo(() => new Map(columns.map((column) => [column.id, column])), [columns]);
  return headers.flatMap((header) => {
    const column = byId.get(header.column.id);
    return column ? [{ column, sizePx: header.getSize(), onResizeStart: header.getResizeHandler() }] : [];
  });
}

export type ShownColumn<Row> = ReturnType<typeof useTableLayout<Row>>[number];

const CHECK_REM = 2.25;

/** Widths as a grid template: a column for the check box, the columns, and what is left over. */
export function gridTemplate(columns: readonly { readonly sizePx: number }[]): string {
  return `${CHECK_REM}rem ${columns.map(({ sizePx }) => `${sizePx / 16}rem`).join(' ')} minmax(0, 1fr)`;
}

/** What the check box and the columns take. */
export function widthRem(columns: readonly { readonly sizePx: number }[]): number {
  return columns.reduce((sum, { sizePx }) => sum + sizePx / 16, CHECK_REM);
}
