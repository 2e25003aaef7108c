import { Button } from '@mantine/core';
import { IconShieldCheck } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { ChangeGroup } from '../../../shared/contract/history.ts';
import { api } from '../../bridge/client.ts';
import { failureFrom } from '../../bridge/failure.ts';
import { useMore } from '../../bridge/use-more.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { LongList } from '../../ui/LongList.tsx';
import { Page } from '../../ui/Page.tsx';
import { hrefOf, navigate, updateQuery, useLocation } from '../../ui/location.ts';
import { GroupPanel } from './GroupPanel.tsx';
import { GroupRow } from './GroupRow.tsx';
import { groupsInput, historyFilterIn, isHistoryFiltered } from './history-filter.ts';
import { HistoryFilters } from './HistoryFilters.tsx';
import styles from './HistoryPage.module.css';
import { VerifyDialog } from './VerifyDialog.tsx';

const PAGE = 100;
/** Of a change in px; measured once it is drawn. */
const ROW_HEIGHT = 33;

/** Everything that was changed, newest first; each group can be looked into and taken back by itself. */
export function HistoryPage({ group }: { group: string | undefined }) {
  const { query } = useLocation();
  const filter = historyFilterIn(query);
  const groups = useInfiniteQuery(
    api.history.groups.infiniteOptions({
      input: (before: number | undefined) => ({
        ...groupsInput(filter),
        limit: PAGE,
        ...(before === undefined ? {} : { before }),
      }),
      initialPageParam: undefined as number | undefined,
      getNextPageParam: (page) => (page.length === PAGE ? page.at(-1)?.id : undefined),
      placeholderData: (last) => last,
    }),
  );
  const entries = groups.data?.pages.flat() ?? [];
  const opened = useOpened(group, entries);
  return (
    <Page
      title="History"
      actions={
        <Button
          variant="default"
          leftSection={<IconShieldCheck size="1rem" aria-hidden />}
          onClick={() => updateQuery({ verify: '1' })}
        >
          Verify the chain
        </Button>
      }
      panel={
        opened ? (
          <GroupPanel key={opened.id} group={opened} onClose={() => navigate(hrefOf(['history'], query))} />
        ) : null
      }
    >
      {groups.error ? (
        <EmptyState title="The history cannot be shown">{failureFrom(groups.error).message}</EmptyState>
      ) : null}
      <div className={styles.filters}>
        <HistoryFilters filter={filter} />
      </div>
      {groups.isSuccess && entries.length === 0 ? <Nothing filtered={isHistoryFiltered(filter)} /> : null}
      <div className={styles.groups}>
        <LongList
          label="Changes"
          items={entries}
          keyOf={({ id }) => id}
          estimate={ROW_HEIGHT}
          renderRow={(entry) => <GroupRow group={entry} opened={entry.id === opened?.id} />}
          onMore={useMore(groups)}
        />
      </div>
      {query['verify'] ? <VerifyDialog onClose={() => updateQuery({ verify: undefined })} /> : null}
    </Page>
  );
}

/** The group that the address names, also where the list does not reach so far back or leaves it out. */
function useOpened(group: string | undefined, entries: readonly ChangeGroup[]): ChangeGroup | undefined {
  const listed = entries.find((entry) => String(entry.id) === group);
  const id = Number(group);
  const wanted = group !== undefined && !listed && Number.isSafeInteger(id);
  const { data } = useQuery({
    ...api.history.groups.queryOptions({ input: { before: wanted ? id + 1 : 1, limit: 1 } }),
    enabled: wanted,
  });
  return listed ?? (wanted ? data?.find((entry) => entry.id === id) : undefined);
}

function Nothing({ filtered }: { filtered: boolean }) {
  if (filtered) return <EmptyState title="No change fits the filter">Take a word, a day or a person away.</EmptyState>;
  return (
    <EmptyState title="Nothing has been changed yet">
      Every change will be listed here, and can be taken back.
    </EmptyState>
  );
}
