import { QueryClient } from '@tanstack/react-query';
import { client, connection } from './client.ts';
import { failureFrom, isCancelled, isConnectionLost } from './failure.ts';
import { showFailure } from './notices.ts';
import { inPauses } from './pauses.ts';
import { isAffected } from './topics.ts';

const RETRIES_AFTER_A_LOST_PORT = 5;

/** Server state. Nothing goes stale by time: the engine says which nouns changed. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: 5 * 60_000,
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
      networkMode: 'always',
      retry: (count, error) => isConnectionLost(error) && count < RETRIES_AFTER_A_LOST_PORT,
      retryDelay: 100,
    },
    mutations: { networkMode: 'always', retry: false },
  },
});

/** A burst of writes, as of a scanner, has the screens asked anew at most this often. */
const REFRESH_PAUSE_MS = 120;

/**
 * Of a query whose answer says itself whether it is outdated: changes do not make it begin again while it is under way, or it
 * would never end beside somebody who keeps writing.
 */
export const FINISHES_FIRST = { finishesFirst: true };

const refresh = inPauses(REFRESH_PAUSE_MS, (nouns) => {
  void queryClient.invalidateQueries({
    predicate: ({ queryKey, meta, state }) =>
      isAffected(queryKey, nouns) && !(meta?.['finishesFirst'] === true && state.fetchStatus === 'fetching'),
  });
});

async function followTopics(): Promise<void> {
  try {
    for await (const { nouns } of await client.topics.subscribe()) refresh(nouns);
  } catch (error) {
    if (!isConnectionLost(error) && !isCancelled(error)) showFailure(failureFrom(error));
  }
}

/** After each new port: whatever was shown may be old, and changes are told on that port only. */
export function keepQueriesFresh(): void {
  connection.onConnected(() => {
    void followTopics();
    void queryClient.invalidateQueries();
  });
}
