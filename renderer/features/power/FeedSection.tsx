import type { FeedChain } from '../../../shared/contract/power.ts';
import { formatQuantity } from '../../../shared/domain/units.ts';
import { Meter } from '../../ui/Meter.tsx';
import { PlainTable, type PlainColumn } from '../../ui/PlainTable.tsx';
import { hrefOf } from '../../ui/location.ts';
import styles from './Power.module.css';
import { feedSource, loadText } from './power-text.ts';

type Outlet = FeedChain['direct'][number];

function columnsOf(rackId: string, outlets: readonly Outlet[]): readonly PlainColumn<Outlet>[] {
  const phases = outlets.some(({ leg }) => leg !== null);
  return [
    { label: 'Outlet', cell: ({ outlet }) => outlet },
    ...(phases ? [{ label: 'Phase', cell: ({ leg }: Outlet) => leg }] : []),
    {
      label: 'Device',
      align: 'grow',
      cell: ({ deviceId, device }) => <a href={hrefOf(['rack', rackId], { device: deviceId })}>{device}</a>,
    },
    { label: 'Draw', align: 'end', cell: ({ watts }) => formatQuantity(watts, 'W') },
  ];
}

/** One feed: its breaker, the load of each phase, and the PDUs and devices on it. */
export function FeedSection({ feed, rackId }: { feed: FeedChain; rackId: string }) {
  const { legs, direct, pdus } = feed;
  return (
    <section className={styles.feed} aria-label={`Feed ${feed.feed}`}>
      <h2>Feed {feed.feed}</h2>
      <p className={styles.note}>{feedSource(feed)}</p>
      <Load label="Whole feed" {...feed} />
      {legs.length > 1 ? legs.map((leg) => <Load key={leg.leg} label={`Phase ${leg.leg}`} {...leg} />) : null}
      {direct.length > 0 ? <Outlets label={`On feed ${feed.feed} itself`} rackId={rackId} outlets={direct} /> : null}
      {pdus.map(({ id, name, loadWatts, outlets }) => (
        <div key={id} className={styles.pdu}>
          <h3>
            <a href={hrefOf(['equipment', id])}>{name}</a>
            <span className={styles.note}> {formatQuantity(loadWatts, 'W')}</span>
          </h3>
          {outlets.length === 0 ? (
            <p className={styles.note}>Nothing is plugged in.</p>
          ) : (
            <Outlets label={`Outlets of ${name}`} rackId={rackId} outlets={outlets} />
          )}
        </div>
      ))}
    </section>
  );
}

interface LoadProps {
  readonly label: string;
  readonly loadWatts: number;
  readonly capacityWatts: number;
  readonly percent: number;
}

function Load({ label, loadWatts, capacityWatts, percent }: LoadProps) {
  const text = loadText(loadWatts, capacityWatts, percent);
  return (
    <div className={styles.load}>
      <span>{label}</span>
      <Meter label={label} total={capacityWatts} used={loadWatts} text={text} />
      <span className={styles.figure}>{text}</span>
    </div>
  );
}

function Outlets({ label, rackId, outlets }: { label: string; rackId: string; outlets: readonly Outlet[] }) {
  return (
    <div className={styles.wide}>
      <PlainTable
        label={label}
        columns={columnsOf(rackId, outlets)}
        rows={outlets}
        keyOf={({ outlet, deviceId, leg }) => `${outlet} ${deviceId} ${leg ?? ''}`}
      />
    </div>
  );
}
