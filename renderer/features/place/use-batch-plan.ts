import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { BatchInput, BatchResult } from '../../../shared/contract/plan.ts';
import type { BatchProgress } from '../../../shared/domain/plan-recommendation.ts';
import { client } from '../../bridge/client.ts';
import { FINISHES_FIRST } from '../../bridge/queries.ts';
import type { BatchItem, PlaceScope } from './place-draft.ts';

/** A plan that is there sooner needs no bar. */
const SHOWN_AFTER_MS = 300;

export interface BatchStage extends BatchProgress {
  readonly elapsedMs: number;
}

/** How often a plan is made anew when the fleet was changed meanwhile; after that it is shown with that word. */
const AGAIN_AT_MOST = 2;

async function followed(
  input: BatchInput,
  signal: AbortSignal,
  onStage: (stage: BatchStage | null) => void,
): Promise<BatchResult> {
  const startedAt = performance.now();
  onStage(null);
  for await (const event of await client.plan.followBatch(input, { signal })) {
    if (event.kind === 'plan') return event.plan;
    const elapsedMs = performance.now() - startedAt;
    if (elapsedMs > SHOWN_AFTER_MS && !signal.aborted) onStage({ ...event, elapsedMs });
  }
  throw new Error('The planning ended without a plan.');
}

/** The plan for a set of services, how far it is on its way, and a way to stop asking for it. */
export function useBatchPlan(items: BatchItem[], scope: PlaceScope) {
  const input = { ...scope, items };
  const queryKey = [['plan', 'followBatch'], { input, type: 'plan' }];
  const queries = useQueryClient();
  const [stage, setStage] = useState<BatchStage | null>(null);
  const { data, error, isFetching, isPlaceholderData, refetch } = useQuery({
    queryKey,
    queryFn: async ({ signal }): Promise<BatchResult> => {
      let plan = await followed(input, signal, setStage);
      for (let again = 0; plan.outdated && again < AGAIN_AT_MOST; again++)
        plan = await followed(input, signal, setStage);
      return plan;
    },
    placeholderData: keepPreviousData,
    meta: FINISHES_FIRST,
  });
  const answered = data !== undefined && !isPlaceholderData;
  return {
    plan: data,
    error,
    /** What is shown answers the question before. */
    isOld: isPlaceholderData,
    stage: isFetching ? stage : null,
    isCancelled: !isFetching && !answered && error === null,
    isOutdated: !isFetching && answered && data.outdated,
    cancel: () => void queries.cancelQueries({ queryKey }),
    again: () => void refetch(),
  };
}
