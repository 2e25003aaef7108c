import type { BatchResult } from '../../../shared/contract/plan.ts';
import type { BatchProgress } from '../../../shared/domain/plan-recommendation.ts';
import { client } from '../../bridge/client.ts';
import type { BatchItem, PlaceScope } from './place-draft.ts';
import { useFollowed } from './use-followed.ts';

/** The plan for a set of services, how far it is on its way, and a way to stop asking for it. */
export function useBatchPlan(items: BatchItem[], scope: PlaceScope) {
  const input = { ...scope, items };
  return useFollowed<BatchProgress, BatchResult>('followBatch', input, async (signal, told) => {
    for await (const event of await client.plan.followBatch(input, { signal })) {
      if (event.kind === 'plan') return event.plan;
      told(event);
    }
    throw new Error('The planning ended without a plan.');
  });
}
