import { createORPCClient, type Client, type ClientContext } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';

type HistoryClient = { history: { next: Client<ClientContext, undefined, unknown, Error> } };

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
  const client = createORPCClient<HistoryClient>(new RPCLink({ port }));
  for (let call = 0; call < 500; call += 1) await client.history.next();
  const start = performance.now();
  for (let call = 0; call < calls; call += 1) await client.history.next();
  return (performance.now() - start) / calls;
}
