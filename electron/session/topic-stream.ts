/** Turns a subscription into an async stream that ends when `signal` aborts; events wait in order while nobody reads. */
export async function* streamOf<Event>(
  subscribe: (emit: (event: Event) => void) => () => void,
  signal: AbortSignal | undefined,
): AsyncGenerator<Event, void, void> {
  const waiting: Event[] = [];
  let wake: (() => void) | null = null;
  const rouse = () => {
    wake?.();
    wake = null;
  };
  const unsubscribe = subscribe((event) => {
    waiting.push(event);
    rouse();
  });
  signal?.addEventListener('abort', rouse);
  try {
    for (;;) {
      if (signal?.aborted) return;
      const event = waiting.shift();
      if (event !== undefined) yield event;
      else
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
    }
  } finally {
    signal?.removeEventListener('abort', rouse);
    unsubscribe();
  }
}
