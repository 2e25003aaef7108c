import type { ReactNode } from 'react';
import { classes } from '../../ui/classes.ts';
import styles from './Report.module.css';

export interface ReportColumn<Row> {
  readonly label: string;
  readonly align?: 'end';
  readonly cell: (row: Row) => ReactNode;
}

/** Rows of a table that is rather begun on the next page than cut. */
const SHORT = 8;

interface ReportTableProps<Row> {
  readonly label: string;
  readonly columns: readonly ReportColumn<Row>[];
  readonly rows: readonly Row[];
  readonly foot?: readonly ReactNode[];
}

function isEmpty(cell: ReactNode): boolean {
  return cell === null || cell === undefined || cell === '';
}

/** A table on paper: its heads stand again on each page, no row is cut between two, no column is empty. */
export function ReportTable<Row>({ label, columns: all, rows, foot }: ReportTableProps<Row>) {
  const columns = foot ? all : all.filter(({ cell }) => rows.length === 0 || rows.some((row) => !isEmpty(cell(row))));
  const classOf = (index: number) => (columns[index]?.align === 'end' ? styles.end : undefined);
  return (
    <table className={classes(styles.table, rows.length <= SHORT && styles.short)} aria-label={label}>
      <thead>
        <tr>
          {columns.map((column, index) => (
            <th key={column.label} scope="col" className={classOf(index)}>
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, line) => (
          <tr key={line}>
            {columns.map((column, index) => (
              <td key={column.label} className={classOf(index)}>
                {column.cell(row)}
              </td>
            ))}
          </tr>
        ))}
        {foot ? (
          <tr className={styles.foot}>
            {foot.map((cell, index) => (
              <td key={columns[index]?.label} className={classOf(index)}>
                {cell}
              </td>
            ))}
          </tr>
        ) : null}
      </tbody>
    </table>
  );
}
