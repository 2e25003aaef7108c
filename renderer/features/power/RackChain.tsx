import { failureFrom } from '../../bridge/failure.ts';
import type { EngineClient } from '../../bridge/client.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ToneIcon } from '../../ui/ToneIcon.tsx';
import { FeedSection } from './FeedSection.tsx';
import styles from './Power.module.css';

type Chain = Awaited<ReturnType<EngineClient['power']['chain']>>;

/** The feeds of one rack from breaker to outlet, and what hangs on none. */
export function RackChain({ chain, error }: { chain: Chain | undefined; error: Error | null }) {
  if (error) return <EmptyState title="This rack cannot be shown">{failureFrom(error).message}</EmptyState>;
  if (!chain) return null;
  const { feeds, loosePdus, uncorded } = chain;
  return (
    <>
      {feeds.length === 0 ? (
        <EmptyState title="This rack has no feed">Its feeds are written down where the rack is edited.</EmptyState>
      ) : null}
      <div className={styles.feeds}>
        {feeds.map((feed) => (
          <FeedSection key={feed.feed} feed={feed} rackId={chain.rackId} />
        ))}
      </div>
      {loosePdus.length > 0 ? (
        <p className={styles.warning}>
          <ToneIcon tone="attention" />
          On no recorded feed: {loosePdus.map(({ name }) => name).join(', ')}.
        </p>
      ) : null}
      {uncorded.length > 0 ? (
        <p className={styles.warning}>
          <ToneIcon tone="attention" />
          Without a recorded cord:{' '}
          {uncorded.map(({ name, watts }) => (watts ? `${name} (${watts} W)` : name)).join(', ')}.
        </p>
      ) : null}
    </>
  );
}
