import { Meter } from '../../ui/Meter.tsx';
import styles from './InfoPanel.module.css';

/** A named meter with its figures written beside it. */
export function Gauge(props: { label: string; total: number; used: number; text: string }) {
  return (
    <div className={styles.gauge}>
      <span>{props.label}</span>
      <span className={styles.gaugeText}>{props.text}</span>
      <Meter {...props} />
    </div>
  );
}

/** `12.4 of 28.0 kW`; a total of nothing is left out. */
export function kilo(used: number, total: number, unit: 'kW' | 'kg'): string {
  const digits = unit === 'kW' ? 1 : 0;
  const shown = (amount: number) => (amount / 1000).toFixed(digits);
  return total > 0 ? `${shown(used)} of ${shown(total)} ${unit}` : `${shown(used)} ${unit}`;
}
