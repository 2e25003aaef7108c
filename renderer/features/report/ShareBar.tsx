import { Meter } from '../../ui/Meter.tsx';
import styles from '../print/Report.module.css';
import { percentText } from '../../ui/format.ts';

/** How much of a resource is taken, as a bar on paper. */
export function shareBar(label: string, total: number, allocated: number) {
  const text = percentText(total === 0 ? null : allocated / total);
  return (
    <div className={styles.use}>
      <Meter label={label} total={total} used={allocated} text={text} />
    </div>
  );
}
