/** The value below which this share of the values lies, for example 0.5 for the median. */
export function share(values: readonly number[], part: number): number {
  return (
    values.toSorted((left, right) => left - right)[Math.min(values.length - 1, Math.floor(values.length * part))] ?? 0
  );
}

/** A line of a Markdown table; numbers with two digits. */
export function tableRow(cells: readonly (string | number)[]): string {
  return `| ${cells.map((cell) => (typeof cell === 'number' ? cell.toFixed(2) : cell)).join(' | ')} |`;
}
