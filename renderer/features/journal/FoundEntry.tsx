import { useQuery } from '@tanstack/react-query';
import { api } from '../../bridge/client.ts';
import { failureFrom } from '../../bridge/failure.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Page } from '../../ui/Page.tsx';
import { hrefOf } from '../../ui/location.ts';
import { EntryItem } from './EntryItem.tsx';
import styles from './Journal.module.css';
import { journalHref } from './journal-place.ts';
import { JournalPanel } from './WritePanel.tsx';

/** One entry that was looked for, and the way to the journal it stands in. */
export function FoundEntry({ id }: { id: string }) {
  const { data, error } = useQuery({ ...api.journal.entry.queryOptions({ input: { ref: id } }), retry: false });
  const whole = hrefOf(['journal']);
  return (
    <Page title="Journal entry" panel={<JournalPanel subject={null} />}>
      {error ? (
        <EmptyState title="This entry cannot be shown" actions={<a href={whole}>The whole journal</a>}>
          {failureFrom(error).message}
        </EmptyState>
      ) : null}
      {data ? (
        <div className={styles.journal}>
          <div className={styles.entries}>
            <EntryItem entry={data} about />
          </div>
          <p className={styles.ways}>
            <a href={journalHref(data.noun, data.objectId)}>The journal of {data.name}</a>
            <a href={whole}>The whole journal</a>
          </p>
        </div>
      ) : null}
    </Page>
  );
}
