import { useCallback, useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import styles from './DataTable.module.css';
import { DataRows } from './DataRows.tsx';
import { DataTableHead } from './DataTableHead.tsx';
import { classes } from './classes.ts';
import { useRowHeightPx } from './row-height.ts';
import { showRow } from './row-window.ts';
import { keysBetween, movedRow, toggled, withKeys } from './selection.ts';
import { useNewest } from './use-newest.ts';
import { useSameList } from './use-same-list.ts';
import {
  gridTemplate,
  useTableLayout,
  widthRem,
  type ColumnLayout,
  type DataColumn,
  type Sort,
} from './table-layout.ts';

export interface DataTableProps<Row> {
  readonly label: string;
  readonly columns: readonly DataColumn<Row>[];
  readonly layout: ColumnLayout;
  readonly onLayout: (layout: ColumnLayout) => void;
  readonly total: number;
  /** Undefined while the page holding the row is on its way. */
  readonly rowAt: (index: number) => Row | undefined;
  readonly keyOf: (row: Row) => string;
  readonly nameOf: (row: Row) => string;
  /** Tells which rows are in sight, so that their pages are asked for. */
  readonly onRange: (first: number, last: number) => void;
  readonly sort: Sort | null;
  readonly onSort: (sort: Sort | null) => void;
  readonly selected: ReadonlySet<string>;
  readonly onSelected: (selected: ReadonlySet<string>) => void;
  readonly onSelectAll: () => void;
  readonly openKey?: string | undefined;
  readonly onOpen: (row: Row) => void;
  /** The key of the marked row, which keys such as E and Del act on. */
  readonly onActive: (key: string | undefined) => void;
  /** The rows shown belong to the question asked before this one. */
  readonly outdated?: boolean;
  readonly empty: ReactNode;
}

/** A virtual list of any length as an ARIA grid: the grid holds the focus, one row is marked, keys move the mark. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { total, rowAt, keyOf, onActive } = props;
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null);
  const gridId = useId();
  const [active, setActive] = useState(0);
  const anchor = useRef(0);
  const rowHeight = useRowHeightPx();
  const shown = useTableLayout(props.columns, props.layout, props.onLayout);
  const current = Math.min(active, Math.max(0, total - 1));
  const activeRow = total > 0 ? rowAt(current) : undefined;
  useMarkedRow(activeRow === undefined ? undefined : keyOf(activeRow), onActive);

  const keyAt = (index: number) => {
    const row = rowAt(index);
    return row === undefined ? undefined : keyOf(row);
  };
  const select = (index: number, range: boolean) => {
    const key = keyAt(index);
    if (key === undefined) return;
    if (range) props.onSelected(withKeys(props.selected, keysBetween(keyAt, anchor.current, index)));
    else props.onSelected(toggled(props.selected, key));
    anchor.current = index;
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.target !== event.currentTarget || event.altKey) return;
    const rowsPerPage = Math.max(1, Math.floor(event.currentTarget.clientHeight / rowHeight) - 2);
    const target = movedRow(event.key, current, total, rowsPerPage);
    if (target !== null) {
      if (event.shiftKey) select(target, true);
      setActive(target);
      showRow(event.currentTarget, target, rowHeight);
    } else if (event.key === 'Enter' && activeRow) props.onOpen(activeRow);
    else if (event.key === ' ') select(current, event.shiftKey);
    else if ((event.ctrlKey || event.metaKey) && event.key === 'a') props.onSelectAll();
    else if (event.key === 'Escape' && props.selected.size > 0) props.onSelected(new Set());
    else return;
    event.preventDefault();
  };

  const template = gridTemplate(shown);
  const cells = useSameList(shown.map(({ column }) => column));
  const { onSelect, onOpen } = useLasting(select, props.onOpen);
  return (
    <div
      ref={setScroller}
      role="grid"
      aria-label={props.label}
      aria-rowcount={total + 1}
      aria-colcount={shown.length + 1}
      aria-multiselectable
      aria-activedescendant={total > 0 ? `${gridId}-${current}` : undefined}
      tabIndex={0}
      className={classes(styles.grid, props.outdated && styles.outdated)}
      onKeyDown={onKeyDown}
    >
      <DataTableHead
        columns={shown}
        template={template}
        sort={props.sort}
        onSort={props.onSort}
        selection={total > 0 && props.selected.size >= total ? 'all' : props.selected.size > 0 ? 'some' : 'none'}
        onSelectAll={() => (props.selected.size > 0 ? props.onSelected(new Set()) : props.onSelectAll())}
      />
      {total === 0 ? <EmptyRow>{props.empty}</EmptyRow> : null}
      <DataRows
        scroller={scroller}
        gridId={gridId}
        total={total}
        rowHeight={rowHeight}
        rowAt={rowAt}
        keyOf={keyOf}
        nameOf={props.nameOf}
        onRange={props.onRange}
        columns={cells}
        template={template}
        widthRem={widthRem(shown)}
        current={current}
        openKey={props.openKey}
        selected={props.selected}
        onActivate={setActive}
        onOpen={onOpen}
        onSelect={onSelect}
      />
    </div>
  );
}

/** The same two functions for as long as the list is there, doing what the newest ones do: rows need not be drawn for them. */
function useLasting<Row>(select: (index: number, range: boolean) => void, open: (row: Row) => void) {
  const newest = useNewest({ select, open });
  const onSelect = useCallback((index: number, range: boolean) => newest.current.select(index, range), [newest]);
  const onOpen = useCallback((row: Row) => newest.current.open(row), [newest]);
  return { onSelect, onOpen };
}

/** Tells which row is marked, and whoever measures when the first rows were painted: an effect runs after the paint. */
function useMarkedRow(key: string | undefined, onActive: (key: string | undefined) => void): void {
  useEffect(() => onActive(key), [onActive, key]);
  const painted = key !== undefined;
  useEffect(() => void (painted && performance.mark('list-painted')), [painted]);
}

function EmptyRow({ children }: { children: ReactNode }) {
  return (
    <div role="rowgroup" className={styles.empty}>
      <div role="row">
        <div role="gridcell">{children}</div>
      </div>
    </div>
  );
}
