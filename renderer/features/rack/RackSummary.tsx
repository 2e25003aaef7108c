import type { Mounted } from '../../../shared/contract/rack.ts';
import { formatQuantity } from '../../../shared/domain/units.ts';
import { freeRuns } from '../../../shared/rules/rack-free-space.ts';
import type { RackSpace } from '../../../shared/rules/rack-model.ts';
import { feedLoads } from '../../../shared/rules/rack-power.ts';
import { Meter } from '../../ui/Meter.tsx';
import styles from './RackPage.module.css';
import { deviceOf, usedHalfU } from './rack-model.ts';

/** Space, power and weight of the rack. Power and weight are drawn only where the rack has a limit. */
export function RackSummary({ space, mounted }: { space: RackSpace; mounted: readonly Mounted[] }) {
  const devices = mounted.map(deviceOf);
  const used = usedHalfU(space, mounted);
  const largest = Math.max(0, ...freeRuns(space, devices, 'both').map((run) => run.heightHalfU));
  const weight = devices.reduce((sum, device) => sum + (device.weightGrams ?? 0), 0);
  const units = `${used / 2} of ${space.heightU} U used, largest gap ${largest / 2} U`;
  return (
    <div className={styles.summary} role="group" aria-label="How full the rack is">
      <Figure label="Units" total={space.heightU * 2} used={used} text={units} />
      {feedLoads(space, devices).map((feed) => (
        <Figure
          key={feed.name}
          label={`Feed ${feed.name}`}
          total={feed.capacityWatts}
          used={feed.loadWatts}
          text={`${formatQuantity(Math.round(feed.loadWatts), 'W')} of ${formatQuantity(Math.round(feed.capacityWatts), 'W')}`}
        />
      ))}
      {space.maximumWeightGrams ? (
        <Figure
          label="Weight"
          total={space.maximumWeightGrams}
          used={weight}
          text={`${formatQuantity(weight, 'g')} of ${formatQuantity(space.maximumWeightGrams, 'g')}`}
        />
      ) : null}
    </div>
  );
}

function Figure(props: { label: string; total: number; used: number; text: string }) {
  return (
    <span className={styles.figure}>
      <span className={styles.figureLabel}>{props.label}</span>
      <Meter {...props} />
      <span>{props.text}</span>
    </span>
  );
}
