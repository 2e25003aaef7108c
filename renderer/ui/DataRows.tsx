import { useEffect, type ReactNode } from 'react';
import styles from './DataTable.module.css';
import { DataRow } from './DataRow.tsx';
import { useRowWindow } from './row-window.ts';
import type { DataColumn } from './table-layout.ts';

export interface DataRowsProps<Row> {
  readonly scroller: HTMLElement | null;
  readonly gridId: string;
  readonly total: number;
  readonly rowHeight: number;
  readonly rowAt: (index: number) => Row | undefined;
  readonly keyOf: (row: Row) => string;
  readonly nameOf: (row: Row) => string;
  readonly onRange: (first: number, last: number) => void;
  readonly columns: readonly DataColumn<Row>[];
  readonly template: string;
  readonly widthRem: number;
  readonly current: number;
  readonly openKey: string | undefined;
  readonly selected: ReadonlySet<string>;
  readonly onActivate: (index: number) => void;
  readonly onOpen: (row: Row) => void;
  readonly onSelect: (index: number, range: boolean) => void;
}

/** The rows in sight. What a scrolled list draws anew is this and nothing around it. */
export function DataRows<Row>(props: DataRowsProps<Row>) {
  const { gridId, total, rowHeight, rowAt, keyOf, nameOf, onRange } = props;
  const { first, last, slots } = useRowWindow(props.scroller, total, rowHeight);
  useEffect(() => onRange(first, Math.max(first, last)), [onRange, first, last]);
  const rows: ReactNode[] = [];
  for (let index = first; index <= last; index += 1) {
    const row = rowAt(index);
    const key = row === undefined ? undefined : keyOf(row);
    rows.push(
      <DataRow
        key={index % slots}
        id={`${gridId}-${index}`}
        index={index}
        top={index * rowHeight}
        row={row}
        name={row === undefined ? '' : nameOf(row)}
        columns={props.columns}
        template={props.template}
        active={index === props.current}
        opened={key !== undefined && key === props.openKey}
        selected={key !== undefined && props.selected.has(key)}
        onActivate={props.onActivate}
        onOpen={props.onOpen}
        onSelect={props.onSelect}
      />,
    );
  }
  return (
    <div
      role="rowgroup"
      className={styles.body}
      style={{ height: total * rowHeight, minWidth: `${props.widthRem}rem` }}
    >
      {rows}
    </div>
  );
}
