import { memo } from 'react';
import styles from './DataTable.module.css';
import { classes } from './classes.ts';
import type { DataColumn } from './table-layout.ts';

interface DataRowProps<Row> {
  readonly id: string;
  readonly index: number;
  readonly top: number;
  readonly row: Row | undefined;
  readonly name: string;
  readonly columns: readonly DataColumn<Row>[];
  readonly template: string;
  readonly active: boolean;
  readonly opened: boolean;
  readonly selected: boolean;
  readonly onActivate: (index: number) => void;
  readonly onOpen: (row: Row) => void;
  readonly onSelect: (index: number, range: boolean) => void;
}

/** Drawn anew only when something in it has changed: while a list scrolls, that is the rows that come into sight. */
export const DataRow = memo(PlainRow) as typeof PlainRow;

function PlainRow<Row>(props: DataRowProps<Row>) {
  const { row, columns } = props;
  return (
    <div
      id={props.id}
      role="row"
      aria-rowindex={props.index + 2}
      aria-selected={props.selected}
      aria-busy={row === undefined}
      className={classes(styles.row, props.active && styles.active, props.opened && styles.opened)}
      style={{ gridTemplateColumns: props.template, top: props.top }}
      onClick={() => props.onActivate(props.index)}
      onDoubleClick={() => row !== undefined && props.onOpen(row)}
    >
      <div role="gridcell" className={classes(styles.cell, styles.check)}>
        <input
          type="checkbox"
          tabIndex={-1}
          aria-label={`Select ${props.name}`}
          checked={props.selected}
          disabled={row === undefined}
          onClick={(event) => props.onSelect(props.index, event.shiftKey)}
          onChange={() => undefined}
        />
      </div>
      {row === undefined ? (
        <div role="gridcell" aria-label="On its way" aria-colspan={columns.length} className={styles.cell}>
          <span className={styles.pending} />
        </div>
      ) : (
        columns.map((column) => (
          <div key={column.id} role="gridcell" className={classes(styles.cell, column.align === 'end' && styles.end)}>
            {column.cell(row)}
          </div>
        ))
      )}
    </div>
  );
}
