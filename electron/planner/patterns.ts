import type { PlannerColumns } from './columns.ts';
import type { RowRule } from './rules.ts';

/** Low bits of a verdict number: one per resource that does not fit. */
export const RESOURCE_BITS = 5;

/** Verdict number of a row without a compute; setting resource bits leaves it as it is. */
export const FREE_ROW = -1;

/**
 * The distinct sets of row rules that rows fail, numbered as met; 0 fails none. Interning keeps one small number per row
 * however many rules there are, and the sets are exactly what the unsat cores are computed from.
 */
export interface PatternTable {
  /** Rule indexes of each pattern, ascending. */
  readonly members: readonly (readonly number[])[];
  /** Per row: its pattern moved left by RESOURCE_BITS, leaving the resource bits 0; or FREE_ROW. */
  readonly codes: Int32Array<ArrayBuffer>;
}

/** Groups all rows by the set of rules they fail: O(rules · rows/32 + failures). */
export function buildPatterns(columns: PlannerColumns, rules: readonly RowRule[]): PatternTable {
  const codes = new Int32Array(columns.rowCount);
  for (const row of columns.freeRows) codes[row] = FREE_ROW;
  const members: number[][] = [[]];
  rules.forEach(({ failing }, rule) => addRule(columns, codes, members, failing, rule));
  return { members, codes };
}

function addRule(
  columns: PlannerColumns,
  codes: Int32Array<ArrayBuffer>,
  members: number[][],
  failing: RowRule['failing'],
  rule: number,
): void {
  const next = new Int32Array(members.length);
  const { live } = columns;
  const words = (columns.rowCount + 31) >>> 5;
  for (let index = 0; index < words; index++) {
    let word = (failing[index] ?? 0) & (live[index] ?? 0);
    while (word !== 0) {
      const lowest = word & -word;
      word ^= lowest;
      const row = (index << 5) + 31 - Math.clz32(lowest);
      const pattern = (codes[row] ?? 0) >> RESOURCE_BITS;
      let extended = next[pattern] ?? 0;
      if (extended === 0) {
        extended = members.push([...(members[pattern] ?? []), rule]) - 1;
        next[pattern] = extended;
      }
      codes[row] = extended << RESOURCE_BITS;
    }
  }
}
