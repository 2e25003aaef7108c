import type { ClientContext, ClientLink, ClientOptions } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import { CHANNELS, CONTRACT_VERSION } from '../../shared/contract/channels.ts';
import { FailureError } from '../../shared/contract/failure.ts';
import type { Bridge, EngineState } from '../../shared/contract/shell.ts';
import { connectionLost, toFailureError } from './failure.ts';

interface LivePort {
  readonly link: RPCLink<ClientContext>;
  readonly generation: number;
  readonly lost: Promise<never>;
  end(): void;
}

/** A port whose end can be announced by us: main tells of a crash before the dead port notices. */
function livePort(port: MessagePort, generation: number): LivePort {
  const events = new EventTarget();
  port.addEventListener('message', ({ data }: { data: unknown }) =>
    events.dispatchEvent(new MessageEvent('message', { data })),
  );
  const { promise: lost, reject } = Promise.withResolvers<never>();
  lost.catch(() => undefined);
  events.addEventListener('close', () => reject(connectionLost()));
  const end = () => {
    events.dispatchEvent(new Event('close'));
    port.close();
  };
  port.addEventListener('close', end);
  const view = {
    addEventListener: events.addEventListener.bind(events),
    postMessage: (data: unknown) => port.postMessage(data),
  } as Pick<MessagePort, 'addEventListener' | 'postMessage'>;
  const link = new RPCLink({ port: view });
  port.start();
  return { link, generation, lost, end };
}

/**
 * The way to the engine: one port at a time, asked of main again after each engine start. Calls made while there is no
 * port wait for the next one; calls under way when a port dies fail with `connectionLost`.
 */
export class EngineConnection implements ClientLink<ClientContext> {
  readonly #bridge: Bridge;
  readonly #page: Window;
  readonly #onConnected = new Set<() => void>();
  #state: EngineState | null = null;
  #live: LivePort | null = null;
  #connecting = false;
  #waiting = Promise.withResolvers<LivePort>();

  constructor(bridge: Bridge, page: Window) {
    this.#bridge = bridge;
    this.#page = page;
  }

  /** Told after each new port, the first one included. */
  onConnected(listener: () => void): () => void {
    this.#onConnected.add(listener);
    return () => this.#onConnected.delete(listener);
  }

  observe(state: EngineState): void {
    this.#state = state;
    if (this.#live && (state.phase !== 'ready' || state.generation !== this.#live.generation)) this.#drop();
    if (state.phase === 'ready' && !this.#live) void this.#connect();
    if (state.phase === 'closed' || state.phase === 'failed') this.#refuseWaiting(state);
  }

  async call(path: readonly string[], input: unknown, options: ClientOptions<ClientContext>): Promise<unknown> {
    try {
      const live = this.#live ?? (await this.#next(options.signal));
      const answer = await Promise.race([live.link.call(path, input, options), live.lost]);
      return isStream(answer) ? withFailures(answer, live.lost, options.signal) : answer;
    } catch (error) {
      throw toFailureError(error, options.signal);
    }
  }

  #next(signal: AbortSignal | undefined): Promise<LivePort> {
    if (this.#state?.phase === 'closed')
      throw new FailureError({ code: 'E_NO_WORKSPACE', message: 'No workspace is open.' });
    if (!signal) return this.#waiting.promise;
    const aborted = new Promise<never>((_resolve, reject) =>
      signal.addEventListener('abort', () => reject(signal.reason)),
    );
    return Promise.race([this.#waiting.promise, aborted]);
  }

  async #connect(): Promise<void> {
    if (this.#connecting) return;
    this.#connecting = true;
    try {
      const arrival = portArrival(this.#page);
      const answer = await this.#bridge.connect(CONTRACT_VERSION);
      if (!answer.ok) throw new FailureError(answer.failure);
      this.#use(livePort(await arrival, answer.value.generation));
    } catch (error) {
      this.#waiting.promise.catch(() => undefined);
      this.#waiting.reject(toFailureError(error));
      this.#waiting = Promise.withResolvers();
    } finally {
      this.#connecting = false;
    }
  }

  #use(live: LivePort): void {
    this.#live = live;
    live.lost.catch(() => {
      if (this.#live === live) this.#live = null;
    });
    this.#waiting.resolve(live);
    this.#waiting = Promise.withResolvers();
    for (const listener of this.#onConnected) listener();
  }

  #drop(): void {
    this.#live?.end();
    this.#live = null;
  }

  #refuseWaiting(state: EngineState): void {
    this.#waiting.promise.catch(() => undefined);
    this.#waiting.reject(
      new FailureError(state.failure ?? { code: 'E_NO_WORKSPACE', message: 'No workspace is open.' }),
    );
    this.#waiting = Promise.withResolvers();
  }
}

function portArrival(page: Window): Promise<MessagePort> {
  return new Promise((resolve) => {
    const listener = (event: MessageEvent) => {
      const port = event.ports[0];
      if (event.source !== page || event.data !== CHANNELS.port || !port) return;
      page.removeEventListener('message', listener);
      resolve(port);
    };
    page.addEventListener('message', listener);
  });
}

function isStream(answer: unknown): answer is AsyncIterable<unknown> {
  return typeof answer === 'object' && answer !== null && Symbol.asyncIterator in answer;
}

async function* withFailures(source: AsyncIterable<unknown>, lost: Promise<never>, signal: AbortSignal | undefined) {
  const iterator = source[Symbol.asyncIterator]();
  try {
    for (;;) {
      const step = await Promise.race([iterator.next(), lost]);
      if (step.done) return;
      yield step.value;
    }
  } catch (error) {
    throw toFailureError(error, signal);
  } finally {
    await iterator.return?.();
  }
}
