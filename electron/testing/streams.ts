/** Reads a stream of events to its end; rejects where it ends in a failure. */
export async function ended(answer: Promise<AsyncIterable<unknown>>): Promise<void> {
  const events = (await answer)[Symbol.asyncIterator]();
  while ((await events.next()).done !== true) continue;
}
