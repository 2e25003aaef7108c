import { useInfiniteQuery } from '@tanstack/react-query';
import { api } from '../../bridge/client.ts';
import { failureFrom } from '../../bridge/failure.ts';
import { useMore } from '../../bridge/use-more.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { LongList } from '../../ui/LongList.tsx';
import { useLocation } from '../../ui/location.ts';
import { EntryItem } from './EntryItem.tsx';
import styles from './Journal.module.css';
import { feedInput, filterIn, isFiltered } from './journal-filter.ts';
import { JournalFilters } from './JournalFilters.tsx';
import { WriteButton } from './WriteButton.tsx';

const PAGE = 50;
/** Of an entry of one line, in px. */
const ENTRY_HEIGHT = 82;

interface JournalViewProps {
  /** The thing whose journal this is; null: of everything. */
  readonly objectId: string | null;
  /** What the journal is about, for its label. */
  readonly name: string;
}

function useFeed(objectId: string | null) {
  const filter = filterIn(useLocation().query);
  const input = feedInput(filter, objectId === null ? null : [objectId]);
  const feed = useInfiniteQuery(
    api.journal.feed.infiniteOptions({
      input: (cursor: string | undefined) => ({ ...input, limit: PAGE, ...(cursor === undefined ? {} : { cursor }) }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (page) => page.cursor ?? undefined,
      placeholderData: (last) => last,
    }),
  );
  return { filter, feed, entries: feed.data?.pages.flatMap(({ items }) => items) ?? [] };
}

/** Entries, newest first, with the filters above them. */
export function JournalView({ objectId, name }: JournalViewProps) {
  const { filter, feed, entries } = useFeed(objectId);
  return (
    <section className={styles.journal} aria-label={`Journal of ${name}`}>
      <JournalFilters filter={filter} />
      {feed.error ? (
        <EmptyState title="The journal cannot be shown">{failureFrom(feed.error).message}</EmptyState>
      ) : null}
      {feed.isSuccess && entries.length === 0 ? <Nothing filtered={isFiltered(filter)} /> : null}
      <div className={styles.entries}>
        <LongList
          label="Journal entries"
          items={entries}
          keyOf={({ id }) => id}
          estimate={ENTRY_HEIGHT}
          renderRow={(entry) => <EntryItem entry={entry} about={objectId === null} />}
          onMore={useMore(feed)}
        />
      </div>
    </section>
  );
}

function Nothing({ filtered }: { filtered: boolean }) {
  if (filtered) return <EmptyState title="No entry fits the filter">Take a day or a category away.</EmptyState>;
  return (
    <EmptyState title="Nothing is in the journal yet" actions={<WriteButton />}>
      Write down what was done and why, with photos. Swaps, moves, bookings and firewall changes write their own
      entries.
    </EmptyState>
  );
}
