import { Meter } from '../../ui/Meter.tsx';
import styles from './Report.module.css';
import { percentText } from './report-text.ts';

/** How much of a resource is taken, as a bar on paper. */
export function shareBar(label: string, total: number, allocated: number) {
  const text = percentText(total === 0 ? null : allocated / total);
  return (
    <div className={styles.use}>
      <Meter label={label} total={total} used={allocated} text={text} />
    </div>
  );
}
