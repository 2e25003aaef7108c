/** Of these scanned lines, those that repeat an earlier one (compared without case); empty lines never do. */
export function repeatedLines(serials: readonly string[]): ReadonlySet<number> {
  const seen = new Set<string>();
  const repeated = new Set<number>();
  for (const [index, serial] of serials.entries()) {
    const key = serial.trim().toLowerCase();
    if (key === '') continue;
    if (seen.has(key)) repeated.add(index);
    seen.add(key);
  }
  return repeated;
}

/** A burst from a scanner or a pasted column as lines: split at line ends, tabs and semicolons, empty ones left out. */
export function scannedLines(text: string): readonly string[] {
  return text
    .split(/[\r\n\t;]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
