import { useId, type Dispatch } from 'react';
import { classes } from '../../ui/classes.ts';
import styles from './Grid.module.css';
import type { CellProblem } from './cell-problems.ts';
import type { GridColumn } from './grid-columns.ts';
import type { CellRange, SheetRow } from './sheet.ts';
import type { SheetEvent } from './sheet-state.ts';

interface SheetRowViewProps {
  readonly id: string;
  readonly row: SheetRow;
  readonly index: number;
  readonly top: number;
  readonly columns: readonly GridColumn[];
  readonly template: string;
  readonly cursorColumn: number | null;
  readonly selected: CellRange | null;
  readonly editing: string | null;
  readonly problems: readonly CellProblem[];
  readonly send: Dispatch<SheetEvent>;
}

function problemText(problems: readonly CellProblem[], column: number | null): string | undefined {
  const own = problems.filter((problem) => problem.column === column).map(({ message }) => message);
  return own.length === 0 ? undefined : own.join(' ');
}

export function SheetRowView(props: SheetRowViewProps) {
  const { row, index, columns, problems, cursorColumn, selected, send } = props;
  const whole = problemText(problems, null);
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      className={styles.row}
      style={{ gridTemplateColumns: props.template, transform: `translateY(${props.top}px)` }}
    >
      <span
        role="rowheader"
        title={whole}
        className={classes(styles.cell, styles.number, problems.length > 0 && styles.wrongRow)}
      >
        {problems.length > 0 ? '! ' : ''}
        {index + 1}
      </span>
      {columns.map((column, at) => {
        const wrong = problemText(problems, at);
        const here = { row: index, column: at };
        const changed = row.before !== null && row.before[at] !== row.cells[at];
        const isSelected = selected !== null && at >= selected.left && at <= selected.right;
        return (
          <span
            key={column.key}
            id={`${props.id}-${at}`}
            role="gridcell"
            aria-selected={isSelected}
            aria-invalid={wrong !== undefined}
            title={wrong}
            className={classes(
              styles.cell,
              isSelected && styles.selected,
              at === cursorColumn && styles.cursor,
              changed && styles.changed,
              wrong !== undefined && styles.wrong,
            )}
            onMouseDown={(event) => send({ type: 'go', to: here, extend: event.shiftKey })}
            onMouseEnter={(event) => event.buttons === 1 && send({ type: 'go', to: here, extend: true })}
            onDoubleClick={() => send({ type: 'edit', text: row.cells[at] ?? '' })}
          >
            {at === cursorColumn && props.editing !== null ? (
              <CellInput column={column} text={props.editing} send={send} />
            ) : (
              row.cells[at]
            )}
          </span>
        );
      })}
    </div>
  );
}

interface CellInputProps {
  readonly column: GridColumn;
  readonly text: string;
  readonly send: Dispatch<SheetEvent>;
}

function focusAtEnd(input: HTMLInputElement | null): void {
  input?.focus();
  input?.setSelectionRange(input.value.length, input.value.length);
}

function CellInput({ column, text, send }: CellInputProps) {
  const listId = useId();
  const choices = column.field?.meta.choices ?? [];
  return (
    <>
      <input
        ref={focusAtEnd}
        type="text"
        aria-label={column.label}
        className={styles.input}
        list={choices.length > 0 ? listId : undefined}
        value={text}
        onChange={(event) => send({ type: 'edit', text: event.currentTarget.value })}
        onMouseDown={(event) => event.stopPropagation()}
        onBlur={() => send({ type: 'commit', rows: 0, columns: 0 })}
      />
      {choices.length > 0 ? (
        <datalist id={listId}>
          {choices.map(({ value, label }) => (
            <option key={value} value={label}>
              {label}
            </option>
          ))}
        </datalist>
      ) : null}
    </>
  );
}
