import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { BatchResult } from '../../../shared/contract/plan.ts';
import type { BatchProgress } from '../../../shared/domain/plan-recommendation.ts';
import { client } from '../../bridge/client.ts';
import type { BatchItem, PlaceScope } from './place-draft.ts';

/** A plan that is there sooner needs no bar. */
const SHOWN_AFTER_MS = 300;

export interface BatchStage extends BatchProgress {
  readonly elapsedMs: number;
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
      const startedAt = performance.now();
      setStage(null);
      for await (const event of await client.plan.followBatch(input, { signal })) {
        if (event.kind === 'plan') return event.plan;
        const elapsedMs = performance.now() - startedAt;
        if (elapsedMs > SHOWN_AFTER_MS && !signal.aborted) setStage({ ...event, elapsedMs });
      }
      throw new Error('The planning ended without a plan.');
    },
    placeholderData: keepPreviousData,
  });
  const answered = data !== undefined && !isPlaceholderData;
  return {
    plan: data,
    error,
    /** What is shown answers the question before. */
    isOld: isPlaceholderData,
    stage: isFetching ? stage : null,
    isCancelled: !isFetching && !answered && error === null,
    cancel: () => void queries.cancelQueries({ queryKey }),
    again: () => void refetch(),
  };
}
