import type { AdviceResult, PlanInput } from '../../../shared/contract/plan.ts';
import type { AdviceProgress } from '../../../shared/domain/plan-recommendation.ts';
import { client } from '../../bridge/client.ts';
import { useFollowed } from './use-followed.ts';

/** What would help where nothing fits, how far the search is, and a way to stop it. */
export function useAdvice(input: PlanInput) {
  return useFollowed<AdviceProgress, AdviceResult>('followAdvice', input, async (signal, told) => {
    for await (const event of await client.plan.followAdvice(input, { signal })) {
      if (event.kind === 'advice') return event.advice;
      told(event);
    }
    throw new Error('The search ended without an answer.');
  });
}
