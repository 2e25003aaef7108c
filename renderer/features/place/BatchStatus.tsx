import { Button } from '@mantine/core';
import type { BatchProgress } from '../../../shared/domain/plan-recommendation.ts';
import { ProgressLine } from '../../ui/ProgressLine.tsx';
import { useActions } from '../../ui/actions.ts';
import { formatCount } from '../../ui/format.ts';
import styles from './BatchStatus.module.css';
import type { useBatchPlan } from './use-batch-plan.ts';

const WORDS = {
  placing: 'Placing instances',
  'placing-at-min': 'Not all fit at the maximum; placing at the minimum',
  proving: 'Finding out why some stay out',
} as const satisfies Record<BatchProgress['phase'], string>;

type BatchStatusProps = Pick<
  ReturnType<typeof useBatchPlan>,
  'stage' | 'isCancelled' | 'isOutdated' | 'cancel' | 'again'
>;

/** How far the planning of a set is, and what to do once it was cancelled. */
export function BatchStatus({ stage, isCancelled, isOutdated, cancel, again }: BatchStatusProps) {
  const running = stage !== null;
  useActions([
    ...(running ? [{ id: 'place-cancel', label: 'Cancel the planning', group: 'Place', run: cancel }] : []),
    ...(isCancelled || isOutdated ? [{ id: 'place-again', label: 'Plan again', group: 'Place', run: again }] : []),
  ]);
  if (stage) {
    const { phase, done, total, elapsedMs } = stage;
    const text = `${WORDS[phase]}: ${formatCount(done)} of ${formatCount(total)}`;
    return (
      <div className={styles.status}>
        <ProgressLine label={WORDS[phase]} onCancel={cancel} {...{ text, done, total, elapsedMs }} />
      </div>
    );
  }
  if (!isCancelled && !isOutdated) return null;
  return (
    <div className={styles.status} role="status">
      <span>
        {isCancelled
          ? 'The planning was cancelled; nothing was booked.'
          : 'The fleet was changed while this was planned. Booking checks every step again.'}
      </span>
      <Button size="compact-xs" variant="default" onClick={again}>
        Plan again
      </Button>
    </div>
  );
}
