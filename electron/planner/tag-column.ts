import type { SelectorOperator } from '../../shared/domain/placement-rule.ts';
import { expressionHolds } from '../../shared/rules/selector.ts';
import { createBitset, grownBitset, writeBit, type Bitset } from './bitset.ts';

type Codes = Uint16Array<ArrayBuffer> | Uint32Array<ArrayBuffer>;

/** One tag key over all computes, dictionary-encoded: code 0 means the compute has no such tag. */
export interface TagColumn {
  codes: Codes;
  /** Value of each code; index 0 stands for absence. */
  readonly values: (string | null)[];
  readonly codeOf: Map<string, number>;
  /** Rows carrying a code, built when first asked for and kept current from then on. */
  readonly postings: Map<number, Bitset>;
}

export function createTagColumn(rowCapacity: number): TagColumn {
  return { codes: new Uint16Array(rowCapacity), values: [null], codeOf: new Map(), postings: new Map() };
}

/** Extends the column to more rows, all without the tag. */
export function growTagColumn(column: TagColumn, rowCapacity: number): void {
  const grown = column.codes instanceof Uint16Array ? new Uint16Array(rowCapacity) : new Uint32Array(rowCapacity);
  grown.set(column.codes);
  column.codes = grown;
  for (const [code, posting] of column.postings) column.postings.set(code, grownBitset(posting, rowCapacity));
}

/** The same tags, shared with nobody. Postings are built again when asked for. */
export function copyOfTagColumn({ codes, values, codeOf }: TagColumn): TagColumn {
  return { codes: codes.slice(), values: [...values], codeOf: new Map(codeOf), postings: new Map() };
}

function codeFor(column: TagColumn, value: string | null): number {
  if (value === null) return 0;
  const known = column.codeOf.get(value);
  if (known !== undefined) return known;
  const code = column.values.push(value) - 1;
  column.codeOf.set(value, code);
  if (code > 0xffff && column.codes instanceof Uint16Array) column.codes = Uint32Array.from(column.codes);
  return code;
}

/** Sets a row's value (null: no such tag) and keeps the postings already built in step. */
export function writeTag(column: TagColumn, row: number, value: string | null): void {
  const code = codeFor(column, value);
  const before = column.codes[row] ?? 0;
  if (code === before) return;
  column.codes[row] = code;
  const left = column.postings.get(before);
  if (left) writeBit(left, row, false);
  const entered = column.postings.get(code);
  if (entered) writeBit(entered, row, true);
}

export function readTag(column: TagColumn | undefined, row: number): string | null {
  return column?.values[column.codes[row] ?? 0] ?? null;
}

function postingOf(column: TagColumn, code: number): Bitset {
  const built = column.postings.get(code);
  if (built) return built;
  const { codes } = column;
  const posting = createBitset(codes.length);
  for (let row = 0; row < codes.length; row++) {
    if (codes[row] === code) posting[row >>> 5] = (posting[row >>> 5] ?? 0) | (1 << (row & 31));
  }
  column.postings.set(code, posting);
  return posting;
}

/**
 * Rows for which a condition on this key fails. Every operator is a look-up over the key's dictionary: the shorter of
 * the failing and the holding codes is merged from postings, so `In` with one value touches one posting.
 */
export function failingRows(
  column: TagColumn | undefined,
  rowCapacity: number,
  term: { readonly operator: SelectorOperator; readonly values: readonly string[] },
): Bitset {
  const result = createBitset(rowCapacity);
  if (!column) return expressionHolds(term, null) ? result : result.fill(0xffffffff);
  const named = [...new Set(term.values)].flatMap((value) => column.codeOf.get(value) ?? []);
  const listed = term.operator === 'In' || term.operator === 'NotIn' ? named : [0];
  for (const code of listed) {
    const posting = postingOf(column, code);
    for (let word = 0; word < result.length; word++) result[word] = (result[word] ?? 0) | (posting[word] ?? 0);
  }
  const listedRowsFail = term.operator === 'NotIn' || term.operator === 'Exists';
  if (!listedRowsFail) for (let word = 0; word < result.length; word++) result[word] = ~(result[word] ?? 0);
  return result;
}
