import { IconArrowNarrowDown, IconArrowNarrowUp } from '@tabler/icons-react';
import styles from './DataTable.module.css';
import { classes } from './classes.ts';
import type { ShownColumn, Sort } from './table-layout.ts';

interface DataTableHeadProps<Row> {
  readonly columns: readonly ShownColumn<Row>[];
  readonly template: string;
  readonly sort: Sort | null;
  readonly onSort: (sort: Sort | null) => void;
  readonly selection: 'none' | 'some' | 'all';
  readonly onSelectAll: () => void;
}

/** Ascending, then descending, then the list's own order again. */
export function nextSort(sort: Sort | null, key: string): Sort | null {
  if (sort?.key !== key) return { key, descending: false };
  return sort.descending ? null : { key, descending: true };
}

export function DataTableHead<Row>(props: DataTableHeadProps<Row>) {
  return (
    <div role="rowgroup" className={styles.head}>
      <div role="row" aria-rowindex={1} className={styles.headRow} style={{ gridTemplateColumns: props.template }}>
        <div role="columnheader" className={classes(styles.headCell, styles.check)}>
          <input
            type="checkbox"
            aria-label={props.selection === 'none' ? 'Select all rows' : 'Clear the selection'}
            checked={props.selection === 'all'}
            ref={(box) => {
              if (box) box.indeterminate = props.selection === 'some';
            }}
            onChange={props.onSelectAll}
          />
        </div>
        {props.columns.map((shown) => (
          <HeadCell key={shown.column.id} shown={shown} sort={props.sort} onSort={props.onSort} />
        ))}
      </div>
    </div>
  );
}

function HeadCell<Row>({
  shown,
  sort,
  onSort,
}: {
  shown: ShownColumn<Row>;
  sort: Sort | null;
  onSort: (sort: Sort | null) => void;
}) {
  const { column, onResizeStart } = shown;
  const { sortKey } = column;
  const direction =
    sortKey !== undefined && sort?.key === sortKey ? (sort.descending ? 'descending' : 'ascending') : 'none';
  const Arrow = direction === 'descending' ? IconArrowNarrowDown : IconArrowNarrowUp;
  return (
    <div
      role="columnheader"
      aria-sort={sortKey === undefined ? undefined : direction}
      className={classes(styles.headCell, column.align === 'end' && styles.end)}
    >
      {sortKey === undefined ? (
        <span className={styles.headLabel}>{column.label}</span>
      ) : (
        <button
          type="button"
          className={styles.headLabel}
          title={column.help}
          onClick={() => onSort(nextSort(sort, sortKey))}
        >
          {column.label}
          {direction === 'none' ? null : <Arrow size="0.875rem" aria-hidden />}
        </button>
      )}
      <span className={styles.resizer} aria-hidden onMouseDown={onResizeStart} onTouchStart={onResizeStart} />
    </div>
  );
}
