/**
 * Runs a long task and streams what it emits, its result last. When the reader stops or `signal` aborts, the task's own
 * signal aborts, and the stream ends only once the task has ended: nothing goes on behind a closed stream.
 */
export async function* progressStream<Event>(
  task: (emit: (event: Event) => void, signal: AbortSignal) => Promise<Event>,
  signal: AbortSignal | undefined,
): AsyncGenerator<Event, void, void> {
  const stop = new AbortController();
  const abort = () => stop.abort();
  signal?.addEventListener('abort', abort);
  if (signal?.aborted) abort();
  const waiting: Event[] = [];
  let wake: () => void = () => undefined;
  let ended = false;
  const running = task((event) => {
    waiting.push(event);
    wake();
  }, stop.signal).then((event) => waiting.push(event));
  const settled = running.then(
    () => undefined,
    () => undefined,
  );
  void settled.then(() => {
    ended = true;
    wake();
  });
  try {
    for (;;) {
      const event = waiting.shift();
      if (event !== undefined) yield event;
      else if (ended) break;
      else
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
    }
    await running;
  } finally {
    abort();
    signal?.removeEventListener('abort', abort);
    await settled;
  }
}
