import { keysOf, type KeyPress } from '../../ui/keys.ts';
import type { SheetEvent, SheetState } from './sheet-state.ts';

const STEPS: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

function whileEditing(press: KeyPress): SheetEvent | null {
  if (press.key === 'Escape') return { type: 'cancel' };
  if (press.key === 'Enter' && !press.ctrlKey && !press.metaKey)
    return { type: 'commit', rows: press.shiftKey ? -1 : 1, columns: 0 };
  if (press.key === 'Tab') return { type: 'commit', rows: 0, columns: press.shiftKey ? -1 : 1 };
  return null;
}

function withControl(press: KeyPress, state: SheetState): SheetEvent | null {
  const last = { row: state.rows.length - 1, column: state.names.length - 1 };
  switch (keysOf(press)) {
    case 'mod+d':
      return { type: 'fill down' };
    case 'mod+z':
      return { type: 'undo' };
    case 'mod+y':
    case 'mod+shift+z':
      return { type: 'redo' };
    case 'mod+home':
      return { type: 'go', to: { row: 0, column: 0 }, extend: false };
    case 'mod+end':
      return { type: 'go', to: last, extend: false };
    default:
      return null;
  }
}

/**
 * What a key means in the sheet: arrows walk, with Shift they select, Enter and F2 edit, typing replaces, Ctrl+D fills
 * down, Ctrl+Z undoes in the sheet. Null: the key is not the sheet's. Tab leaves the sheet unless a cell is being typed.
 */
export function sheetKey(press: KeyPress, state: SheetState, pageRows: number): SheetEvent | null {
  if (press.altKey) return null;
  if (state.editing !== null) return whileEditing(press);
  if (press.ctrlKey || press.metaKey) return withControl(press, state);
  const step = STEPS[press.key];
  if (step) return { type: 'step', rows: step[0], columns: step[1], extend: press.shiftKey };
  const { row, column } = state.cursor;
  const current = state.rows[row]?.cells[column] ?? '';
  switch (press.key) {
    case 'PageDown':
      return { type: 'step', rows: pageRows, columns: 0, extend: press.shiftKey };
    case 'PageUp':
      return { type: 'step', rows: -pageRows, columns: 0, extend: press.shiftKey };
    case 'Home':
      return { type: 'go', to: { row, column: 0 }, extend: press.shiftKey };
    case 'End':
      return { type: 'go', to: { row, column: state.names.length - 1 }, extend: press.shiftKey };
    case 'Enter':
    case 'F2':
      return { type: 'edit', text: current };
    case 'Delete':
    case 'Backspace':
      return { type: 'clear' };
    default:
      return press.key.length === 1 ? { type: 'edit', text: press.key } : null;
  }
}
