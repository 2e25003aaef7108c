import type { AdviceProgress, BatchProgress } from '../../../shared/domain/plan-recommendation.ts';
import type { StatusWords } from './PlanStatus.tsx';

export const BATCH_WORDS: StatusWords<BatchProgress['phase']> = {
  phases: {
    placing: 'Placing instances',
    'placing-at-min': 'Not all fit at the maximum; placing at the minimum',
    proving: 'Finding out why some stay out',
    buying: 'Putting servers together',
  },
  cancel: 'Cancel the planning',
  again: 'Plan again',
  cancelled: 'The planning was cancelled; nothing was booked.',
  outdated: 'The fleet was changed while this was planned. Booking checks every step again.',
};

export const ADVICE_WORDS: StatusWords<AdviceProgress['phase']> = {
  phases: {
    relaxing: 'Asking for less',
    moving: 'Trying moves',
    adding: 'Adding parts',
    buying: 'Putting servers together',
  },
  cancel: 'Cancel the search',
  again: 'Look again',
  cancelled: 'The search for what would help was cancelled.',
  outdated: 'The fleet was changed while this was looked for.',
};
