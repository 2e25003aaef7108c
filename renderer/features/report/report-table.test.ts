import { expect, test } from 'vitest';
import { rowsOfCsv, amountsOf, amountsTogether } from './report-table.ts';
import { percentText } from '../../ui/format.ts';

const CSV = [
  'compute,cores,cores_allocated,memory_mb,memory_allocated_mb',
  "'=cmd,32,16,65536,16384",
  '"b, c",8,8,0,0',
  '',
].join('\n');

test('rows of a CSV are read by their columns, without what guards spreadsheets', () => {
  const rows = rowsOfCsv(CSV);
  expect(rows.map((row) => row['compute'])).toEqual(['=cmd', 'b, c']);
  expect(rows.map((row) => amountsOf(row, 'cores'))).toEqual([
    { total: 32, allocated: 16 },
    { total: 8, allocated: 8 },
  ]);
});

test('all together is the sum of each', () => {
  const { cores, memory } = amountsTogether(rowsOfCsv(CSV));
  // 32 + 8 cores of which 16 + 8 are taken; 65,536 + 0 MB.
  expect([cores, memory]).toEqual([
    { total: 40, allocated: 24 },
    { total: 65_536, allocated: 16_384 },
  ]);
  expect(amountsTogether([]).gpu).toEqual({ total: 0, allocated: 0 });
});

test('shares in the words of a report', () => {
  expect([percentText(0.5), percentText(1), percentText(null)]).toEqual(['50.0\u00A0%', '100.0\u00A0%', '–']);
});
