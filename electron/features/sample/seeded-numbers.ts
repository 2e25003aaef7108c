/** A reproducible stream of numbers, so that the same seed always makes the same rows. */
export interface SeededNumbers {
  /** A whole number from 0 to `count` - 1. */
  below(count: number): number;
  pick<Entry>(entries: readonly [Entry, ...Entry[]]): Entry;
}

/** Tommy Ettinger's mulberry32: 32 bits of state, one multiplication chain per number. */
export function seededNumbers(seed: number): SeededNumbers {
  let state = seed | 0;
  const below = (count: number): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * count);
  };
  return { below, pick: (entries) => entries[below(entries.length)] ?? entries[0] };
}

const SERIAL_LETTERS = '0123456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** `length` letters and digits without I and O, as makers print them. */
export function serialNumber(numbers: SeededNumbers, length: number): string {
  return Array.from({ length }, () => SERIAL_LETTERS.charAt(numbers.below(SERIAL_LETTERS.length))).join('');
}
