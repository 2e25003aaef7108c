import { describe, expect, it } from 'vitest';
import {
  changeRange,
  clipboardCells,
  clipboardText,
  fillDown,
  headerColumns,
  isDirty,
  newRow,
  pasteCells,
  rangeOf,
  spreadSequence,
  storedRow,
} from './sheet.ts';

const ROWS = [newRow(3, ['srv1', 'web', '1']), newRow(3, ['srv2']), newRow(3)];

const cells = (rows: readonly { readonly cells: readonly string[] }[]) => rows.map((row) => row.cells.join('|'));

describe('fillDown', () => {
  it('copies the first line of a range into the lines below it', () => {
    const range = rangeOf({ row: 2, column: 2 }, { row: 0, column: 1 });
    expect(cells(fillDown(ROWS, range))).toEqual(['srv1|web|1', 'srv2|web|1', '|web|1']);
  });

  it('copies the line above into a single line, and nothing above the first', () => {
    expect(cells(fillDown(ROWS, { top: 1, bottom: 1, left: 1, right: 1 }))[1]).toBe('srv2|web|');
    expect(fillDown(ROWS, { top: 0, bottom: 0, left: 1, right: 1 })).toBe(ROWS);
  });
});

describe('changeRange', () => {
  it('keeps rows that do not change the same objects', () => {
    const cleared = changeRange(ROWS, { top: 0, bottom: 2, left: 1, right: 2 }, () => '');
    expect(cells(cleared)).toEqual(['srv1||', 'srv2||', '||']);
    expect(cleared[1]).toBe(ROWS[1]);
    expect(cleared[0]).not.toBe(ROWS[0]);
  });
});

describe('the clipboard', () => {
  it('reads what a spreadsheet writes, quoted line ends too', () => {
    expect(clipboardCells('a\tb\r\n"two\nlines"\t\r\n')).toEqual([
      ['a', 'b'],
      ['two\nlines', ''],
    ]);
  });

  it('writes a range as it reads it', () => {
    const text = clipboardText(ROWS, { top: 0, bottom: 1, left: 0, right: 1 });
    expect(clipboardCells(text)).toEqual([
      ['srv1', 'web'],
      ['srv2', ''],
    ]);
  });
});

describe('pasteCells', () => {
  it('lays cells over the sheet, adds rows, and loses what is beyond the last column', () => {
    const pasted = pasteCells(ROWS, { row: 2, column: 1 }, [['a', 'b', 'lost'], ['c']], 3);
    expect(cells(pasted)).toEqual(['srv1|web|1', 'srv2||', '|a|b', '|c|']);
  });

  it('follows the headers of the clipboard where it has some', () => {
    const names = [['name', 'Name'], ['role', 'Role'], ['count']];
    expect(headerColumns(['Role', 'NAME'], names)).toEqual([1, 0]);
    expect(headerColumns(['Role', 'srv9'], names)).toBeNull();
    expect(cells(pasteCells([], { row: 0, column: 0 }, [['db', 'srv9']], 3, [1, 0]))).toEqual(['srv9|db|']);
  });
});

describe('spreadSequence', () => {
  it('writes out a sequence of a new row with its other cells', () => {
    const spread = spreadSequence([newRow(2, ['srv[09-11]', 'web'])], { row: 0, column: 0 });
    expect(cells(spread)).toEqual(['srv09|web', 'srv10|web', 'srv11|web']);
  });

  it('leaves stored rows and plain texts alone', () => {
    const stored = [storedRow('id', ['srv[1-2]'])];
    expect(spreadSequence(stored, { row: 0, column: 0 })).toBe(stored);
    expect(spreadSequence(ROWS, { row: 0, column: 0 })).toBe(ROWS);
  });
});

describe('isDirty', () => {
  it('is true for a new row with a cell and for a stored row with a changed cell', () => {
    expect(ROWS.map(isDirty)).toEqual([true, true, false]);
    const stored = storedRow('id', ['a']);
    expect(isDirty(stored)).toBe(false);
    expect(isDirty({ ...stored, cells: ['b'] })).toBe(true);
  });
});
