import { useQueries, type UseQueryResult } from '@tanstack/react-query';
import { pictureUrl } from './picture-url.ts';

function urlsOf(answers: readonly UseQueryResult<readonly [string, string]>[]): ReadonlyMap<string, string> {
  return new Map(answers.flatMap(({ data }) => (data ? [data] : [])));
}

/** Addresses of pictures by id, as they arrive. */
export function usePictureUrls(ids: readonly string[]): ReadonlyMap<string, string> {
  return useQueries({
    queries: ids.map((id) => ({
      queryKey: ['picture-url', id],
      queryFn: async () => [id, await pictureUrl(id)] as const,
      staleTime: Number.POSITIVE_INFINITY,
    })),
    combine: urlsOf,
  });
}
