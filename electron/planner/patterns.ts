import { forEachBit } from './bitset.ts';
import type { PlannerColumns } from './columns.ts';
import type { RowRule } from './rules.ts';

/**
 * The distinct sets of row rules that rows fail, numbered as met; 0 fails none. Interning keeps one small number per row
 * however many rules there are, and the sets are exactly what the unsat cores are computed from.
 */
export interface PatternTable {
  /** Rule indexes of each pattern, ascending. */
  readonly members: readonly (readonly number[])[];
  /** Pattern of each row; FREE_ROW for rows without a compute. */
  readonly ofRow: Int32Array<ArrayBuffer>;
}

export const FREE_ROW = -1;

/** Groups all rows by the set of rules they fail: O(rules · rows/32 + failures). */
export function buildPatterns(columns: PlannerColumns, rules: readonly RowRule[]): PatternTable {
  const ofRow = new Int32Array(columns.rowCount);
  if (columns.computeCount < columns.rowCount) columns.freeRows.forEach((row) => (ofRow[row] = FREE_ROW));
  const members: number[][] = [[]];
  rules.forEach(({ failing }, rule) => addRule(columns, ofRow, members, failing, rule));
  return { members, ofRow };
}

function addRule(
  columns: PlannerColumns,
  ofRow: Int32Array<ArrayBuffer>,
  members: number[][],
  failing: RowRule['failing'],
  rule: number,
): void {
  const next = new Int32Array(members.length);
  const { live } = columns;
  const words = (columns.rowCount + 31) >>> 5;
  const rejected = failing.subarray(0, words).map((word, index) => word & (live[index] ?? 0));
  forEachBit(rejected, (row) => {
    const pattern = ofRow[row] ?? 0;
    let extended = next[pattern] ?? 0;
    if (extended === 0) {
      extended = members.push([...(members[pattern] ?? []), rule]) - 1;
      next[pattern] = extended;
    }
    ofRow[row] = extended;
  });
}
