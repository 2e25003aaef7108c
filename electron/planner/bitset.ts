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

/** How many rows are set. */
export function countBits(bits: Bitset): number {
  let count = 0;
  for (let index = 0; index < bits.length; index++) {
    let word = bits[index] ?? 0;
    word -= (word >>> 1) & 0x55555555;
    word = (word & 0x33333333) + ((word >>> 2) & 0x33333333);
    count += (((word + (word >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
  }
  return count;
}
