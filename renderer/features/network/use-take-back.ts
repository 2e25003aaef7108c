import { client } from '../../bridge/client.ts';
import { useCommand } from '../../bridge/use-command.ts';

/** Takes an address back: from one compute, or from all that have it; a reserved one is free again. */
export function useTakeBack() {
  const release = useCommand(client.network.release);
  return {
    pending: release.pending,
    run: (address: string, compute?: string) => void release.run({ address, ...(compute ? { compute } : {}) }),
  };
}
