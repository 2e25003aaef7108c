import { useQuery } from '@tanstack/react-query';
import { OBSERVATION_KINDS } from '../../../../shared/domain/audit-words.ts';
import type { ObservationItem } from '../../../../shared/contract/audit-schemas.ts';
import { api } from '../../../bridge/client.ts';
import { ScrollRegion } from '../../../ui/ScrollRegion.tsx';
import { ToneIcon } from '../../../ui/ToneIcon.tsx';
import { classWord } from '../audit-words.ts';
import styles from './Walk.module.css';

const SHOWN = 100;
const CLOCK = new Intl.DateTimeFormat(undefined, { timeStyle: 'medium' });

function wordOf(item: ObservationItem) {
  if (item.class !== null) return classWord(item.class);
  const kind = OBSERVATION_KINDS.find(({ value }) => value === item.kind);
  return { label: kind?.label ?? item.kind, tone: 'info' as const };
}

/** The newest scans, each with its class; the text as it was read. */
export function ScanHistory({ session }: { session: string }) {
  const { data } = useQuery(api.audit.observations.queryOptions({ input: { session, limit: SHOWN } }));
  const items = data?.items ?? [];
  return (
    <section className={styles.history}>
      <h2>Latest scans</h2>
      <ScrollRegion label="Latest scans" className={styles.scans}>
        {items.length === 0 ? <p className={styles.hint}>Nothing has been scanned yet.</p> : null}
        <ol>
          {items.map((item) => (
            <li key={item.id}>
              <ToneIcon tone={wordOf(item).tone} />
              <span className={styles.scanText}>
                {item.partId === null ? (item.called ?? item.raw) : item.raw}
                <small>
                  {wordOf(item).label} · {CLOCK.format(new Date(item.at))}
                  {item.rack ? ` · ${item.rack}` : ''}
                </small>
              </span>
            </li>
          ))}
        </ol>
      </ScrollRegion>
    </section>
  );
}
