import { describe, expect, it } from 'vitest';
import { definitionOf } from '../../../shared/domain/nouns.ts';
import { cellProblems } from './cell-problems.ts';
import { gridColumns } from './grid-columns.ts';
import { newRow, storedRow } from './sheet.ts';

const COMPUTE = definitionOf('compute');
const COLUMNS = gridColumns(COMPUTE);
const columnOf = (key: string) => COLUMNS.findIndex((column) => column.key === key);

function aRow(cells: Readonly<Record<string, string>>) {
  return newRow(
    COLUMNS.length,
    COLUMNS.map(({ key }) => cells[key] ?? ''),
  );
}

const GOOD = { name: 'srv1', type: 'Bare metal' };

describe('cellProblems', () => {
  it('finds nothing in a right row, a blank row and a stored row that is as it was', () => {
    expect(cellProblems(COMPUTE, COLUMNS, aRow(GOOD))).toEqual([]);
    expect(cellProblems(COMPUTE, COLUMNS, aRow({}))).toEqual([]);
    expect(cellProblems(COMPUTE, COLUMNS, storedRow('id', ['']))).toEqual([]);
  });

  it('names every wrong cell of a row, not only the first', () => {
    const wrong = cellProblems(COMPUTE, COLUMNS, aRow({ ...GOOD, state: 'broken', contractEnd: '31.12.2026' }));
    expect(new Set(wrong.map(({ column }) => column))).toEqual(new Set([columnOf('state'), columnOf('contractEnd')]));
  });

  it('misses the name of a new row', () => {
    expect(cellProblems(COMPUTE, COLUMNS, aRow({ type: 'vm' })).map(({ column }) => column)).toEqual([
      columnOf('name'),
    ]);
  });

  it('reads a sequence as its first name and refuses one that runs backwards', () => {
    expect(cellProblems(COMPUTE, COLUMNS, aRow({ ...GOOD, name: 'srv[001-040]' }))).toEqual([]);
    expect(cellProblems(COMPUTE, COLUMNS, aRow({ ...GOOD, name: 'srv[9-1]' }))[0]?.column).toBe(columnOf('name'));
  });
});
