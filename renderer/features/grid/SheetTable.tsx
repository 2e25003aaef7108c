import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useId, useRef, type ClipboardEvent, type Dispatch, type KeyboardEvent } from 'react';
import { classes } from '../../ui/classes.ts';
import { useRowHeightPx } from '../../ui/row-height.ts';
import styles from './Grid.module.css';
import { SheetRowView } from './SheetRowView.tsx';
import type { CellProblem } from './cell-problems.ts';
import type { GridColumn } from './grid-columns.ts';
import { clipboardText, type SheetRow } from './sheet.ts';
import { sheetKey } from './sheet-keys.ts';
import { selectedRange, type SheetEvent, type SheetState } from './sheet-state.ts';

interface SheetTableProps {
  readonly label: string;
  readonly columns: readonly GridColumn[];
  readonly state: SheetState;
  readonly send: Dispatch<SheetEvent>;
  readonly problemsOf: (row: SheetRow) => readonly CellProblem[];
}

const OVERSCAN_ROWS = 10;

function rem(px: number): string {
  return `${px / 16}rem`;
}

/** A spreadsheet: the grid holds the focus, a cell is marked, keys and the clipboard work as in spreadsheets. */
export function SheetTable({ label, columns, state, send, problemsOf }: SheetTableProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const gridId = useId();
  const rowHeight = useRowHeightPx();
  const { rows, cursor, editing } = state;
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: OVERSCAN_ROWS,
    scrollPaddingStart: rowHeight,
    scrollPaddingEnd: rowHeight,
  });
  useEffect(() => virtual.measure(), [virtual, rowHeight]);
  const activeId = `${gridId}-${cursor.row}-${cursor.column}`;
  useEffect(() => {
    virtual.scrollToIndex(cursor.row);
    document.getElementById(activeId)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [virtual, cursor.row, activeId]);
  useEffect(() => scroller.current?.focus(), []);
  const typing = editing !== null;
  const typedBefore = useRef(false);
  useEffect(() => {
    if (!typing && typedBefore.current) scroller.current?.focus();
    typedBefore.current = typing;
  }, [typing]);
  const pageRows = () => Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 2);
  const onKeyDown = (event: KeyboardEvent) => {
    const meant = sheetKey(event, state, pageRows());
    if (!meant) return;
    event.preventDefault();
    send(meant);
  };
  const template = `3.5rem ${columns.map(({ width }) => rem(width)).join(' ')}`;
  const range = selectedRange(state);
  const clipboard = (event: ClipboardEvent) => {
    if (typing) return;
    event.preventDefault();
    if (event.type === 'paste') return send({ type: 'paste', text: event.clipboardData.getData('text/plain') });
    event.clipboardData.setData('text/plain', clipboardText(rows, range));
    if (event.type === 'cut') send({ type: 'clear' });
  };
  return (
    <div
      ref={scroller}
      role="grid"
      aria-label={label}
      aria-rowcount={rows.length + 1}
      aria-colcount={columns.length + 1}
      aria-multiselectable
      aria-activedescendant={activeId}
      tabIndex={0}
      className={styles.grid}
      onKeyDown={onKeyDown}
      onCopy={clipboard}
      onCut={clipboard}
      onPaste={clipboard}
    >
      <div role="rowgroup" className={styles.head}>
        <div role="row" aria-rowindex={1} className={styles.row} style={{ gridTemplateColumns: template }}>
          <span role="columnheader" className={classes(styles.cell, styles.number)}>
            Row
          </span>
          {columns.map(({ key, label: name, field }) => (
            <span key={key} role="columnheader" className={styles.cell} title={field?.meta.help}>
              {name}
              {field?.meta.required ? ' *' : ''}
            </span>
          ))}
        </div>
      </div>
      <div role="rowgroup" className={styles.body} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map((item) => {
          const row = rows[item.index];
          return row ? (
            <SheetRowView
              key={row.key}
              id={`${gridId}-${item.index}`}
              row={row}
              index={item.index}
              top={item.start}
              columns={columns}
              template={template}
              cursorColumn={item.index === cursor.row ? cursor.column : null}
              selected={item.index >= range.top && item.index <= range.bottom ? range : null}
              editing={item.index === cursor.row ? editing : null}
              problems={problemsOf(row)}
              send={send}
            />
          ) : null;
        })}
      </div>
    </div>
  );
}
