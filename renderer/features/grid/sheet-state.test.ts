import { describe, expect, it } from 'vitest';
import { emptySheet, sheetStep, type SheetEvent, type SheetState } from './sheet-state.ts';

const START = emptySheet([
  ['name', 'Name'],
  ['role', 'Role'],
  ['owner', 'Owner'],
]);

function after(...events: readonly SheetEvent[]): SheetState {
  return events.reduce(sheetStep, START);
}

const cellsOf = ({ rows }: SheetState, count: number) => rows.slice(0, count).map((row) => row.cells.join('|'));

describe('sheetStep', () => {
  it('types into a cell, goes down, and takes it back', () => {
    const typed = after({ type: 'edit', text: 'srv1' }, { type: 'commit', rows: 1, columns: 0 });
    expect(cellsOf(typed, 1)).toEqual(['srv1||']);
    expect(typed.cursor).toEqual({ row: 1, column: 0 });
    const undone = sheetStep(typed, { type: 'undo' });
    expect(cellsOf(undone, 1)).toEqual(['||']);
    expect(cellsOf(sheetStep(undone, { type: 'redo' }), 1)).toEqual(['srv1||']);
  });

  it('leaves a cell as it was on cancel', () => {
    expect(cellsOf(after({ type: 'edit', text: 'x' }, { type: 'cancel' }), 1)).toEqual(['||']);
  });

  it('writes out a sequence when it is committed', () => {
    const typed = after({ type: 'edit', text: 'srv[1-3]' }, { type: 'commit', rows: 1, columns: 0 });
    expect(cellsOf(typed, 3)).toEqual(['srv1||', 'srv2||', 'srv3||']);
  });

  it('pastes under headers in their order and without the line of headers', () => {
    expect(cellsOf(after({ type: 'paste', text: 'Role\tName\ndb\tsrv1\nweb\tsrv2\n' }), 2)).toEqual([
      'srv1|db|',
      'srv2|web|',
    ]);
  });

  it('pastes one cell into the whole range and clears it', () => {
    const extended: SheetEvent = { type: 'step', rows: 2, columns: 1, extend: true };
    const pasted = after(extended, { type: 'paste', text: 'x' });
    expect(cellsOf(pasted, 4)).toEqual(['x|x|', 'x|x|', 'x|x|', '||']);
    expect(cellsOf(sheetStep(pasted, { type: 'clear' }), 1)).toEqual(['||']);
  });

  it('keeps the cursor inside and always has room below', () => {
    const far = after({ type: 'step', rows: 1000, columns: 1000, extend: false });
    expect(far.cursor).toEqual({ row: START.rows.length - 1, column: 2 });
    const lines = Array.from({ length: 50 }, (_, index) => `srv${index}\tweb`).join('\n');
    expect(after({ type: 'paste', text: lines }).rows).toHaveLength(100);
  });
});
