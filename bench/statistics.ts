/** The value below which `share` of the samples lie. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

export function median(samples: readonly number[]): number {
  return percentile(samples, 0.5);
}

/** Runs `action` so often and answers how long each run took, in milliseconds. */
export function timed(runs: number, action: (run: number) => unknown): number[] {
  return Array.from({ length: runs }, (_, run) => {
    const start = performance.now();
    action(run);
    return performance.now() - start;
  });
}

/** One line of a Markdown table. */
export function tableRow(cells: readonly (string | number)[]): string {
  return `| ${cells.map((cell) => (typeof cell === 'number' ? cell.toFixed(cell < 10 ? 2 : 0) : cell)).join(' | ')} |`;
}
