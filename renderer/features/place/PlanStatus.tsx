import { Button } from '@mantine/core';
import { ProgressLine } from '../../ui/ProgressLine.tsx';
import { useActions } from '../../ui/actions.ts';
import { formatCount } from '../../ui/format.ts';
import styles from './PlanStatus.module.css';
import type { Following } from './use-followed.ts';

export interface StatusWords<Phase extends string> {
  readonly phases: Readonly<Record<Phase, string>>;
  /** What the palette calls stopping and beginning again. */
  readonly cancel: string;
  readonly again: string;
  readonly cancelled: string;
  readonly outdated: string;
}

interface PlanStatusProps<Phase extends string> {
  readonly following: Following<{ readonly phase: Phase; readonly done: number; readonly total: number }>;
  readonly words: StatusWords<Phase>;
}

/** How far planning that takes a while is, and what to do once it was cancelled. */
export function PlanStatus<Phase extends string>({ following, words }: PlanStatusProps<Phase>) {
  const { stage, isCancelled, isOutdated, cancel, again } = following;
  const running = stage !== null;
  useActions([
    ...(running ? [{ id: 'place-cancel', label: words.cancel, group: 'Place', run: cancel }] : []),
    ...(isCancelled || isOutdated ? [{ id: 'place-again', label: words.again, group: 'Place', run: again }] : []),
  ]);
  if (stage) {
    const { phase, done, total, elapsedMs } = stage;
    const label = words.phases[phase];
    const text = `${label}: ${formatCount(done)} of ${formatCount(total)}`;
    return (
      <div className={styles.status}>
        <ProgressLine onCancel={cancel} {...{ label, text, done, total, elapsedMs }} />
      </div>
    );
  }
  if (!isCancelled && !isOutdated) return null;
  return (
    <div className={styles.status} role="status">
      <span>{isCancelled ? words.cancelled : words.outdated}</span>
      <Button size="compact-xs" variant="default" onClick={again}>
        {words.again}
      </Button>
    </div>
  );
}
