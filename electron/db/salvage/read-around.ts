/**
 * Rows in the order of their number, from the first to `last`, going around pages that cannot be read. `next` answers the
 * first row after a number and may throw; a row behind a bad page is looked for in growing steps.
 */
export function* readAround<Row extends { readonly key: number }>(
  next: (after: number) => IterableIterator<Row>,
  last: number,
): Generator<Row> {
  let at = 0;
  let step = 1;
  while (at < last) {
    try {
      for (const row of next(at)) {
        at = row.key;
        step = 1;
        yield row;
      }
      return;
    } catch (error) {
      if (!isUnreadable(error)) throw error;
      at += step;
      step *= 2;
    }
  }
}

export function isUnreadable(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^SQLITE_(CORRUPT|IOERR|NOTADB|ERROR)/.test(String(error.code));
}
