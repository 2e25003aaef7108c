import { useQuery } from '@tanstack/react-query';
import { api } from '../../bridge/client.ts';
import { EntryItem } from './EntryItem.tsx';
import styles from './Journal.module.css';
import { journalHref } from './journal-place.ts';

const NEWEST = 5;

/** The newest entries about a thing that is looked at in a side panel, and the way to all of them. */
export function JournalSection({ noun, id }: { noun: string; id: string }) {
  const { data } = useQuery(api.journal.feed.queryOptions({ input: { objects: [id], limit: NEWEST } }));
  const entries = data?.items ?? [];
  return (
    <section className={styles.section} aria-label="Journal">
      <h3>Journal</h3>
      <ol aria-label="Newest entries">
        {entries.map((entry) => (
          <li key={entry.id}>
            <EntryItem entry={entry} about={false} />
          </li>
        ))}
      </ol>
      <p>
        <a href={journalHref(noun, id)}>{entries.length === 0 ? 'Write in its journal' : 'The whole journal'}</a>
      </p>
    </section>
  );
}
