import { countBits, type Bitset } from './bitset.ts';
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

/** Rules looked at together in one pass where they reject many rows. */
const TOGETHER = 4;

/** Groups all rows by the set of rules they fail: O(rules · rows/32 + failures), or one pass per four rules. */
export function buildPatterns(columns: PlannerColumns, rules: readonly RowRule[]): PatternTable {
  const { rowCount, live } = columns;
  const grouping: Grouping = { codes: new Int32Array(rowCount), members: [[]], words: (rowCount + 31) >>> 5 };
  for (let first = 0; first < rules.length; first += TOGETHER) {
    const failing = rules.slice(first, first + TOGETHER).map((rule) => failingLive(rule.failing, live, grouping.words));
    const rejected = failing.reduce((sum, bits) => sum + countBits(bits), 0);
    if (rejected > rowCount / 4) addTogether(grouping, failing, first);
    else failing.forEach((bits, offset) => addSparse(grouping, bits, first + offset));
  }
  for (const row of columns.freeRows) grouping.codes[row] = FREE_ROW;
  return grouping;
}

interface Grouping {
  readonly codes: Int32Array<ArrayBuffer>;
  readonly members: number[][];
  readonly words: number;
}

function failingLive(failing: Bitset, live: Bitset, words: number): Bitset {
  const result = failing.slice(0, words);
  for (let word = 0; word < words; word++) result[word] = (result[word] ?? 0) & (live[word] ?? 0);
  return result;
}

/** Adds one rule row by rejected row. */
function addSparse({ codes, members, words }: Grouping, failing: Bitset, rule: number): void {
  const next = new Int32Array(members.length);
  for (let index = 0; index < words; index++) {
    let word = failing[index] ?? 0;
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

/** Adds up to four rules in one pass over all rows, without a branch per rule. */
function addTogether(grouping: Grouping, failing: readonly Bitset[], first: number): void {
  const none = new Uint32Array(grouping.words);
  const [one = none, two = none, three = none, four = none] = failing;
  const bits = { one, two, three, four };
  if (grouping.members.length === 1) addFirst(grouping, bits, first);
  else addFurther(grouping, bits, first);
}

interface FourRules {
  readonly one: Bitset;
  readonly two: Bitset;
  readonly three: Bitset;
  readonly four: Bitset;
}

const membersOf = (failed: number, first: number): number[] =>
  [0, 1, 2, 3].filter((offset) => (failed >> offset) & 1).map((offset) => first + offset);

/** The first rules of all: no row has a pattern yet, so which ones there are is found word by word before any row is written. */
function addFirst({ codes, members, words }: Grouping, { one, two, three, four }: FourRules, first: number): void {
  const met = new Uint32Array(1 << TOGETHER);
  for (let index = 0; index < words; index++) {
    const [a, b, c, d] = [one[index] ?? 0, two[index] ?? 0, three[index] ?? 0, four[index] ?? 0];
    for (let failed = 1; failed < met.length; failed++) {
      const both = (failed & 1 ? a : ~a) & (failed & 2 ? b : ~b);
      met[failed] = (met[failed] ?? 0) | (both & (failed & 4 ? c : ~c) & (failed & 8 ? d : ~d));
    }
  }
  const codeOf = new Int32Array(met.length);
  for (let failed = 1; failed < met.length; failed++)
    if (met[failed] !== 0) codeOf[failed] = (members.push(membersOf(failed, first)) - 1) << RESOURCE_BITS;
  for (let index = 0; index < words; index++) {
    let [a, b, c, d] = [one[index] ?? 0, two[index] ?? 0, three[index] ?? 0, four[index] ?? 0];
    const start = index << 5;
    const end = Math.min(start + 32, codes.length);
    for (let row = start; row < end; row++) {
      codes[row] = codeOf[(a & 1) | ((b & 1) << 1) | ((c & 1) << 2) | ((d & 1) << 3)] ?? 0;
      a >>>= 1;
      b >>>= 1;
      c >>>= 1;
      d >>>= 1;
    }
  }
}

function addFurther({ codes, members, words }: Grouping, { one, two, three, four }: FourRules, first: number): void {
  const next = new Int32Array(members.length << TOGETHER).fill(-1);
  members.forEach((_, pattern) => (next[pattern << TOGETHER] = pattern));
  for (let index = 0; index < words; index++) {
    const [a, b, c, d] = [one[index] ?? 0, two[index] ?? 0, three[index] ?? 0, four[index] ?? 0];
    if ((a | b | c | d) === 0) continue;
    const start = index << 5;
    const end = Math.min(start + 32, codes.length);
    for (let row = start, bit = 0; row < end; row++, bit++) {
      const failed = ((a >>> bit) & 1) | (((b >>> bit) & 1) << 1) | (((c >>> bit) & 1) << 2) | (((d >>> bit) & 1) << 3);
      const step = (((codes[row] ?? 0) >> RESOURCE_BITS) << TOGETHER) | failed;
      let extended = next[step] ?? 0;
      if (extended < 0) {
        extended = members.push([...(members[step >> TOGETHER] ?? []), ...membersOf(failed, first)]) - 1;
        next[step] = extended;
      }
      codes[row] = extended << RESOURCE_BITS;
    }
  }
}
