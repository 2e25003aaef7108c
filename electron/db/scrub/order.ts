/**
 * The id that a slice ended in, from which the next begins. Refuses one that is not after where the slice began: a damaged
 * index would lead round for ever.
 */
export function onwards(from: string, to: string): string {
  if (Buffer.compare(Buffer.from(to), Buffer.from(from)) > 0) return to;
  throw Object.assign(new Error('The rows are not in order.'), { code: 'SQLITE_CORRUPT' });
}
