import { Button } from '@mantine/core';
import styles from './ProgressLine.module.css';
import { timeLeftText } from './time-left.ts';

interface ProgressLineProps {
  /** What is being done: the name of the bar. */
  readonly label: string;
  /** The same with figures. */
  readonly text: string;
  readonly done: number;
  /** 0 while it is not known. */
  readonly total: number;
  readonly elapsedMs: number;
  readonly onCancel: () => void;
}

/** How far long work is, with the time left and Cancel. */
export function ProgressLine({ label, text, done, total, elapsedMs, onCancel }: ProgressLineProps) {
  const left = timeLeftText(done, total, elapsedMs);
  return (
    <div className={styles.line} role="status">
      <progress aria-label={label} {...(total > 0 ? { max: total, value: done } : {})} />
      <span>
        {text}
        {left ? `, ${left}` : ''}
      </span>
      <Button size="compact-xs" variant="default" onClick={onCancel}>
        Cancel
      </Button>
    </div>
  );
}
