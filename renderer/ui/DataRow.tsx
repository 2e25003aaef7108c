import styles from './DataTable.module.css';
import { classes } from './classes.ts';
import type { ShownColumn } from './table-layout.ts';

interface DataRowProps<Row> {
  readonly id: string;
  readonly index: number;
  readonly top: number;
  readonly row: Row | undefined;
  readonly name: string;
  readonly columns: readonly ShownColumn<Row>[];
  readonly template: string;
  readonly active: boolean;
  readonly opened: boolean;
  readonly selected: boolean;
  readonly onActivate: () => void;
  readonly onOpen: (row: Row) => void;
  readonly onSelect: (range: boolean) => void;
}

export function DataRow<Row>(props: DataRowProps<Row>) {
  const { row, columns } = props;
  return (
    <div
      id={props.id}
      role="row"
      aria-rowindex={props.index + 2}
      aria-selected={props.selected}
      aria-busy={row === undefined}
      className={classes(styles.row, props.active && styles.active, props.opened && styles.opened)}
      style={{ gridTemplateColumns: props.template, transform: `translateY(${props.top}px)` }}
      onClick={props.onActivate}
      onDoubleClick={() => row !== undefined && props.onOpen(row)}
    >
      <div role="gridcell" className={classes(styles.cell, styles.check)}>
        <input
          type="checkbox"
          tabIndex={-1}
          aria-label={`Select ${props.name}`}
          checked={props.selected}
          disabled={row === undefined}
          onClick={(event) => props.onSelect(event.shiftKey)}
          onChange={() => undefined}
        />
      </div>
      {columns.map(({ column }) => (
        <div key={column.id} role="gridcell" className={classes(styles.cell, column.align === 'end' && styles.end)}>
          {row === undefined ? <span className={styles.pending} /> : column.cell(row)}
        </div>
      ))}
      <div className={styles.rest} />
    </div>
  );
}
