/** One bit per row, 32 rows to a word. Rows beyond the last word read as 0. */
export type Bitset = Uint32Array<ArrayBuffer>;

export function createBitset(rowCapacity: number): Bitset {
  return new Uint32Array((rowCapacity + 31) >>> 5);
}

export function hasBit(bits: Bitset, row: number): boolean {
  return (((bits[row >>> 5] ?? 0) >>> (row & 31)) & 1) === 1;
}

export function writeBit(bits: Bitset, row: number, value: boolean): void {
  const word = row >>> 5;
  const mask = 1 << (row & 31);
  bits[word] = value ? (bits[word] ?? 0) | mask : (bits[word] ?? 0) & ~mask;
}

export function grownBitset(bits: Bitset, rowCapacity: number): Bitset {
  const grown = createBitset(rowCapacity);
  grown.set(bits);
  return grown;
}
