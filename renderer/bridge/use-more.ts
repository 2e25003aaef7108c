import { useCallback } from 'react';

interface Pages {
  readonly hasNextPage: boolean;
  readonly isFetchingNextPage: boolean;
  readonly fetchNextPage: () => Promise<unknown>;
}

/** What a long list calls at its end: the next page, unless it is on its way; undefined: there is none. */
export function useMore({ hasNextPage, isFetchingNextPage, fetchNextPage }: Pages): (() => void) | undefined {
  const more = useCallback(() => {
    if (!isFetchingNextPage) void fetchNextPage();
  }, [isFetchingNextPage, fetchNextPage]);
  return hasNextPage ? more : undefined;
}
