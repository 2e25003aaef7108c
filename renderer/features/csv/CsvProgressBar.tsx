import { Button } from '@mantine/core';
import { formatCount } from '../../ui/format.ts';
import { timeLeftText } from '../../ui/time-left.ts';
import styles from './CsvPage.module.css';

const WORDS = { looking: 'Looking at', writing: 'Writing', exporting: 'Exporting' } as const;

interface CsvProgressBarProps {
  readonly progress: {
    readonly phase: keyof typeof WORDS;
    readonly done: number;
    /** 0 while it is not known. */
    readonly total: number;
    readonly elapsedMs: number;
  };
  readonly onCancel: () => void;
}

/** How far work over the rows of a file is, with the time left and Cancel. */
export function CsvProgressBar({ progress: { phase, done, total, elapsedMs }, onCancel }: CsvProgressBarProps) {
  const left = timeLeftText(done, total, elapsedMs);
  const rows =
    total > 0
      ? `${formatCount(done)} of ${formatCount(total)} rows`
      : done > 0
        ? `${formatCount(done)} rows`
        : 'the rows';
  return (
    <div className={styles.progress} role="status">
      <progress aria-label={WORDS[phase]} {...(total > 0 ? { max: total, value: done } : {})} />
      <span>
        {WORDS[phase]} {rows}
        {left ? `, ${left}` : ''}
      </span>
      <Button size="compact-xs" variant="default" onClick={onCancel}>
        Cancel
      </Button>
    </div>
  );
}
