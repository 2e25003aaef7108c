import { describe, expect, it } from 'vitest';
import type { CsvReport } from '../../../shared/contract/csv.ts';
import { changeText, csvLines, mapped, writtenRows } from './csv-lines.ts';

const REPORT: CsvReport = {
  headers: ['name', 'state'],
  columns: ['name', 'state'],
  sample: [],
  rows: 4,
  counts: { created: 1, updated: 1, unchanged: 0, skipped: 0, refused: 2 },
  problems: [
    { row: 3, column: 1, path: 'state', message: 'State has no choice "on".' },
    { row: 5, column: 0, path: 'name', message: 'Name is required.' },
    { row: 5, column: 1, path: 'state', message: 'State has no choice "off".' },
  ],
  problemCount: 3,
  shown: [
    { row: 2, outcome: 'created', name: 'a', id: null, changes: [], takenFrom: [] },
    { row: 3, outcome: 'refused', name: 'b', id: null, changes: [], takenFrom: [] },
    { row: 4, outcome: 'updated', name: 'c', id: '1', changes: [], takenFrom: [] },
  ],
  groupId: null,
  label: 'Import 4 computes from CSV',
};

describe('csvLines', () => {
  it('tells of every row with a problem, also of those behind the rows that are shown', () => {
    expect(csvLines(REPORT).map(({ row, outcome, problems }) => [row, outcome, problems.length])).toEqual([
      [2, 'created', 0],
      [3, 'refused', 1],
      [4, 'updated', 0],
      [5, 'refused', 2],
    ]);
  });
});

it('counts new and changed rows as written, and nothing else', () => {
  expect(writtenRows(REPORT)).toBe(2);
  expect(writtenRows({ counts: { unchanged: 7, skipped: 2, refused: 1, created: 0, updated: 0 } })).toBe(0);
});

describe('changeText', () => {
  const change = { key: 'owner', label: 'Owner', before: '', after: 'web team' };
  it('names both sides of a change', () => {
    expect(changeText(change, 'updated')).toBe('Owner: empty → web team');
    expect(changeText({ ...change, before: 'web team', after: '' }, 'updated')).toBe('Owner: web team → empty');
  });
  it('says of a new row what it holds', () => {
    expect(changeText(change, 'created')).toBe('Owner: web team');
  });
});

describe('mapped', () => {
  it('takes one column for one field only', () => {
    expect(mapped(['name', null, 'state'], 1, 'name')).toEqual([null, 'name', 'state']);
    expect(mapped(['name', null, null], 0, null)).toEqual([null, null, null]);
  });
});
