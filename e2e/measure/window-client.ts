import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';

interface Client {
  readonly history: { next(): Promise<unknown> };
}

declare const window: {
  readonly rackwright: { readonly contractVersion: number; connect(version: number): Promise<unknown> };
  addEventListener(type: 'message', listener: (event: { data: unknown; ports: readonly MessagePort[] }) => void): void;
};

interface MessagePort {
  start(): void;
  addEventListener(type: string, listener: (event: { data: unknown }) => void): void;
  postMessage(data: unknown, transfer?: unknown[]): void;
}

/** The mean time of one call in milliseconds, over a port of its own. Runs inside the window. */
export async function meanContractCall(calls: number): Promise<number> {
  const arrived = new Promise<MessagePort>((resolve) => {
    window.addEventListener('message', ({ ports }) => {
      const [port] = ports;
      if (port) resolve(port);
    });
  });
  await window.rackwright.connect(window.rackwright.contractVersion);
  const port = await arrived;
  port.start();
  const client = createORPCClient<Client & Record<never, never>>(
    new RPCLink({ port: port as never }) as never,
  ) as unknown as Client;
  for (let call = 0; call < 500; call += 1) await client.history.next();
  const start = performance.now();
  for (let call = 0; call < calls; call += 1) await client.history.next();
  return (performance.now() - start) / calls;
}
