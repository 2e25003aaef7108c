import { Button } from '@mantine/core';
import { IconShieldCheck } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { api } from '../../bridge/client.ts';
import { failureFrom } from '../../bridge/failure.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Page } from '../../ui/Page.tsx';
import { hrefOf, navigate, updateQuery, useLocation } from '../../ui/location.ts';
import { GroupPanel } from './GroupPanel.tsx';
import { GroupRow } from './GroupRow.tsx';
import styles from './HistoryPage.module.css';
import { VerifyDialog } from './VerifyDialog.tsx';

const PAGE = 100;

/** Everything that was changed, newest first; each group can be looked into and taken back by itself. */
export function HistoryPage({ group }: { group: string | undefined }) {
  const { query } = useLocation();
  const groups = useInfiniteQuery(
    api.history.groups.infiniteOptions({
      input: (before: number | undefined) => ({ limit: PAGE, ...(before === undefined ? {} : { before }) }),
      initialPageParam: undefined as number | undefined,
      getNextPageParam: (page) => (page.length === PAGE ? page.at(-1)?.id : undefined),
    }),
  );
  const entries = groups.data?.pages.flat() ?? [];
  const opened = entries.find((entry) => String(entry.id) === group);
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
        opened ? <GroupPanel key={opened.id} group={opened} onClose={() => navigate(hrefOf(['history']))} /> : null
      }
    >
      {groups.error ? (
        <EmptyState title="The history cannot be shown">{failureFrom(groups.error).message}</EmptyState>
      ) : null}
      {groups.isSuccess && entries.length === 0 ? (
        <EmptyState title="Nothing has been changed yet">
          Every change will be listed here, and can be taken back.
        </EmptyState>
      ) : null}
      <ol className={styles.groups} aria-label="Changes">
        {entries.map((entry) => (
          <GroupRow key={entry.id} group={entry} opened={entry === opened} />
        ))}
      </ol>
      {groups.hasNextPage ? (
        <Button
          variant="default"
          mt="sm"
          loading={groups.isFetchingNextPage}
          onClick={() => void groups.fetchNextPage()}
        >
          Earlier changes
        </Button>
      ) : null}
      {query['verify'] ? <VerifyDialog onClose={() => updateQuery({ verify: undefined })} /> : null}
    </Page>
  );
}
