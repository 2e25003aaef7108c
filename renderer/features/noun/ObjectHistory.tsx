import { useInfiniteQuery } from '@tanstack/react-query';
import { api } from '../../bridge/client.ts';
import { useMore } from '../../bridge/use-more.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ChangeList } from './ChangeList.tsx';

const PAGE = 50;

/** Every change of one object, newest first. */
export function ObjectHistory({ id, noun }: { id: string; noun: string }) {
  const changes = useInfiniteQuery(
    api.history.object.infiniteOptions({
      input: (before: number | undefined) => ({ id, limit: PAGE, ...(before === undefined ? {} : { before }) }),
      initialPageParam: undefined as number | undefined,
      getNextPageParam: (page) => (page.length === PAGE ? page.at(-1)?.seq : undefined),
    }),
  );
  const more = useMore(changes);
  const entries = changes.data?.pages.flat() ?? [];
  if (changes.isSuccess && entries.length === 0) return <EmptyState title="No change is recorded yet" />;
  return <ChangeList changes={entries} owner={{ id, noun }} onMore={more} />;
}
