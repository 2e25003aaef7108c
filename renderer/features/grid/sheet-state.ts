import {
  changeRange,
  clipboardCells,
  fillDown,
  headerColumns,
  isBlank,
  newRow,
  pasteCells,
  rangeOf,
  spreadSequence,
  type CellAt,
  type CellRange,
  type SheetRow,
} from './sheet.ts';

export interface SheetState {
  /** Key and label of every column, for pasted headers. */
  readonly names: readonly (readonly string[])[];
  readonly rows: readonly SheetRow[];
  readonly cursor: CellAt;
  /** The other corner of the selected range. */
  readonly anchor: CellAt;
  /** The text in the cell that is being typed; null: none is. */
  readonly editing: string | null;
  readonly past: readonly (readonly SheetRow[])[];
  readonly future: readonly (readonly SheetRow[])[];
}

export type SheetEvent =
  | { readonly type: 'loaded'; readonly rows: readonly SheetRow[] }
  | { readonly type: 'go'; readonly to: CellAt; readonly extend: boolean }
  | { readonly type: 'step'; readonly rows: number; readonly columns: number; readonly extend: boolean }
  | { readonly type: 'edit'; readonly text: string }
  | { readonly type: 'commit'; readonly rows: number; readonly columns: number }
  | { readonly type: 'cancel' }
  | { readonly type: 'clear' }
  | { readonly type: 'fill down' }
  | { readonly type: 'paste'; readonly text: string }
  | { readonly type: 'undo' }
  | { readonly type: 'redo' }
  /** Rows were written: those kept stay with what is wrong with them. */
  | { readonly type: 'written'; readonly rows: readonly SheetRow[] };

const SPARE_ROWS = 50;
const MOST_UNDONE = 100;
const ORIGIN: CellAt = { row: 0, column: 0 };

/** Room to type below the last row that holds anything. */
function withSpareRows(rows: readonly SheetRow[], width: number): readonly SheetRow[] {
  const used = rows.findLastIndex((row) => !isBlank(row)) + 1;
  const missing = used + SPARE_ROWS - rows.length;
  return missing <= 0 ? rows : [...rows, ...Array.from({ length: missing }, () => newRow(width))];
}

export function emptySheet(names: readonly (readonly string[])[]): SheetState {
  const rows = withSpareRows([], names.length);
  return { names, rows, cursor: ORIGIN, anchor: ORIGIN, editing: null, past: [], future: [] };
}

export function selectedRange({ cursor, anchor }: SheetState): CellRange {
  return rangeOf(cursor, anchor);
}

function inside(state: SheetState, { row, column }: CellAt): CellAt {
  return {
    row: Math.min(Math.max(0, row), state.rows.length - 1),
    column: Math.min(Math.max(0, column), state.names.length - 1),
  };
}

function gone(state: SheetState, to: CellAt, extend: boolean): SheetState {
  const cursor = inside(state, to);
  return { ...state, cursor, anchor: extend ? state.anchor : cursor };
}

function changed(state: SheetState, rows: readonly SheetRow[]): SheetState {
  if (rows === state.rows) return { ...state, editing: null };
  const past = [...state.past, state.rows].slice(-MOST_UNDONE);
  return { ...state, rows: withSpareRows(rows, state.names.length), editing: null, past, future: [] };
}

function stepped(state: SheetState, rows: number, columns: number, extend: boolean): SheetState {
  return gone(state, { row: state.cursor.row + rows, column: state.cursor.column + columns }, extend);
}

function committed(state: SheetState): SheetState {
  const { editing, cursor, rows } = state;
  if (editing === null) return state;
  const range = rangeOf(cursor, cursor);
  return changed(
    state,
    spreadSequence(
      changeRange(rows, range, () => editing),
      cursor,
    ),
  );
}

function pasted(state: SheetState, text: string): SheetState {
  const lines = clipboardCells(text);
  const [first = []] = lines;
  const { top, bottom, left, right } = selectedRange(state);
  const single = lines.length === 1 && first.length === 1;
  if (single)
    return changed(
      state,
      changeRange(state.rows, { top, bottom, left, right }, () => first[0] ?? ''),
    );
  const columns = headerColumns(first, state.names);
  const data = columns ? lines.slice(1) : lines;
  return changed(state, pasteCells(state.rows, { row: top, column: left }, data, state.names.length, columns));
}

function undone(state: SheetState, from: 'past' | 'future'): SheetState {
  const rows = state[from].at(-1);
  if (!rows) return state;
  const other = from === 'past' ? 'future' : 'past';
  const next = {
    ...state,
    rows,
    editing: null,
    [from]: state[from].slice(0, -1),
    [other]: [...state[other], state.rows],
  };
  return gone(next, next.cursor, false);
}

/** The next state of a sheet; a spreadsheet's own undo lies in it until the rows are written. */
export function sheetStep(state: SheetState, event: SheetEvent): SheetState {
  switch (event.type) {
    case 'loaded':
    case 'written':
      return { ...emptySheet(state.names), rows: withSpareRows(event.rows, state.names.length) };
    case 'go':
      return gone(committed(state), event.to, event.extend);
    case 'step':
      return stepped(state, event.rows, event.columns, event.extend);
    case 'edit':
      return { ...state, editing: event.text, anchor: state.cursor };
    case 'commit':
      return stepped(committed(state), event.rows, event.columns, false);
    case 'cancel':
      return { ...state, editing: null, anchor: state.cursor };
    case 'clear':
      return changed(
        state,
        changeRange(state.rows, selectedRange(state), () => ''),
      );
    case 'fill down':
      return changed(state, fillDown(state.rows, selectedRange(state)));
    case 'paste':
      return pasted(state, event.text);
    case 'undo':
      return undone(state, 'past');
    case 'redo':
      return undone(state, 'future');
  }
}
