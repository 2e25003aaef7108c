/** Slower than any scanner, faster than any fingers. */
const SCANNER_MS_PER_CHARACTER = 30;
const SHORTEST_SCAN = 3;

/** Who wrote a line: a scanner writes all of it at once. */
export function sourceOf(length: number, elapsedMs: number): 'scanner' | 'typed' {
  return length >= SHORTEST_SCAN && elapsedMs <= length * SCANNER_MS_PER_CHARACTER ? 'scanner' : 'typed';
}

/** Whether a key press writes a character, so that it belongs into the scan field wherever the focus is. */
export function writesText(press: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>): boolean {
  return press.key.length === 1 && press.key !== ' ' && !press.ctrlKey && !press.metaKey && !press.altKey;
}
