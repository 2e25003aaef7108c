import { Meter } from '../../ui/Meter.tsx';
import { counted, formatShare } from '../../ui/format.ts';
import { hrefOf } from '../../ui/location.ts';
import styles from './RackWall.module.css';
import type { RackOverview } from './RackWall.tsx';

/** One rack of the wall. */
export function RackTile({ rack }: { rack: RackOverview }) {
  const usedU = rack.usedHalfU / 2;
  const text = `${usedU} of ${rack.heightU} U used, ${counted(rack.devices, 'device', 'devices')}`;
  return (
    <li>
      <a className={styles.tile} href={hrefOf(['rack', rack.id])}>
        <span className={styles.name}>{rack.name}</span>
        <span className={styles.share}>{formatShare(rack.usedHalfU, rack.heightU * 2)}</span>
        <span aria-hidden className={styles.meter}>
          <Meter label={`${rack.name} units`} total={rack.heightU * 2} used={rack.usedHalfU} text={text} />
        </span>
        <span className={styles.figures}>
          {usedU} of {rack.heightU} U
        </span>
        <span className={styles.figures}>{counted(rack.devices, 'device', 'devices')}</span>
      </a>
    </li>
  );
}
