import { useQueries } from '@tanstack/react-query';
import type { ChangeEntry } from '../../../shared/contract/history.ts';
import { nounClient, nounQueryKey, type ReferenceNames } from '../../bridge/noun-client.ts';
import { pointersIn } from './pointers.ts';

/** The present names of what changes point at or name by id; of a row deleted since, there is none. */
export function useReferenceNames(changes: readonly ChangeEntry[]): ReferenceNames {
  const pointers = pointersIn(changes);
  const answers = useQueries({
    queries: pointers.map(({ noun, id }) => ({
      queryKey: nounQueryKey(noun, 'get', { ref: id }),
      queryFn: () => nounClient(noun).get({ ref: id }),
      retry: false,
    })),
  });
  return Object.fromEntries([
    ...changes.flatMap(({ names }) => Object.entries(names)),
    ...pointers.map(({ id }, index) => [id, answers[index]?.data?.name ?? 'a row deleted since'] as const),
  ]);
}
