import { ProgressLine } from '../../ui/ProgressLine.tsx';
import { formatCount } from '../../ui/format.ts';

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
  const rows =
    total > 0
      ? `${formatCount(done)} of ${formatCount(total)} rows`
      : done > 0
        ? `${formatCount(done)} rows`
        : 'the rows';
  return (
    <ProgressLine label={WORDS[phase]} text={`${WORDS[phase]} ${rows}`} {...{ done, total, elapsedMs, onCancel }} />
  );
}
