import { ToneIcon } from '../../ui/ToneIcon.tsx';
import { useAfterPaint } from '../../ui/use-after-paint.ts';
import { Facts } from '../../ui/Facts.tsx';
import { rackSpanLabel } from '../../../shared/rules/rack-units.ts';
import { Pictures } from '../picture/Pictures.tsx';
import { Gauge, kilo } from './Gauge.tsx';
import styles from './InfoPanel.module.css';
import { freeSpace, type RackView } from './rack-view.ts';

const PHOTOS = ['photo'] as const;

interface Run {
  readonly heightHalfU: number;
}

function sumU(runs: readonly Run[]): number {
  return runs.reduce((sum, { heightHalfU }) => sum + heightHalfU, 0) / 2;
}

/** The photos are asked for when the rack is on screen: they lie below everything else of the panel. */
function PhotosLater({ rackId }: { rackId: string }) {
  return useAfterPaint() ? <Pictures objectId={rackId} kinds={PHOTOS} /> : null;
}

/** What is left of a rack: units, weight, the power of each feed, and what is reserved or wrong. */
export function RackFacts({ view }: { view: RackView }) {
  const { rack, answer } = view;
  const { freeRuns, feedLoads, weightGrams, reservations, misfits } = answer;
  const { free, largest } = freeSpace(view);
  return (
    <section className={styles.section} aria-label={`Rack ${rack.name}`}>
      <h2>{rack.name}</h2>
      <Gauge label="Units" total={rack.heightU} used={rack.heightU - free} text={`${free} of ${rack.heightU} U free`} />
      {feedLoads.map(({ name, loadWatts, capacityWatts, worstLoadWatts, worstWhenLost }) => (
        <div key={name}>
          <Gauge
            label={`Feed ${name}`}
            total={capacityWatts}
            used={loadWatts}
            text={kilo(loadWatts, capacityWatts, 'kW')}
          />
          {worstWhenLost ? (
            <p className={styles.note}>
              {kilo(worstLoadWatts, 0, 'kW')} if feed {worstWhenLost} is lost
              {worstLoadWatts > capacityWatts ? ': more than it may carry' : ''}
            </p>
          ) : null}
        </div>
      ))}
      <Gauge
        label="Weight"
        total={rack.maximumWeightGrams ?? weightGrams}
        used={weightGrams}
        text={kilo(weightGrams, rack.maximumWeightGrams ?? 0, 'kg')}
      />
      <Facts
        label="Free space"
        facts={[
          ['Largest gap', `${largest} U`],
          ['Free in front', `${sumU(freeRuns.front)} U`],
          ['Free at the rear', `${sumU(freeRuns.rear)} U`],
        ]}
      />
      {reservations.length > 0 ? (
        <ul className={styles.list} aria-label="Reservations">
          {reservations.map(({ id, positionHalfU, heightHalfU, reservedFor, until }) => (
            <li key={id}>
              {rackSpanLabel(rack, positionHalfU, heightHalfU)}: reserved for {reservedFor}
              {until ? ` until ${until}` : ''}
            </li>
          ))}
        </ul>
      ) : null}
      {misfits.length > 0 ? (
        <ul className={styles.list} aria-label="Recorded so, but it does not fit">
          {misfits.map(({ deviceId, message }) => (
            <li key={deviceId + message} className={styles.problem}>
              <ToneIcon tone="bad" />
              {message}
            </li>
          ))}
        </ul>
      ) : null}
      <PhotosLater key={rack.id} rackId={rack.id} />
    </section>
  );
}
