import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Failure } from '../../../shared/contract/failure.ts';
import type { PlanInput, PlanResult } from '../../../shared/contract/plan.ts';
import { api } from '../../bridge/client.ts';
import { failureFrom, isCancelled } from '../../bridge/failure.ts';

export interface PlanAnswer {
  readonly result: PlanResult | undefined;
  readonly failure: Failure | null;
  /** The answer shown belongs to the question before this one. */
  readonly outdated: boolean;
}

/** Ranks again on every change; a newer question cancels the older one, whose answer stays until the new one is here. */
export function usePlan(input: PlanInput, top: number): PlanAnswer {
  const { data, error, isPlaceholderData } = useQuery({
    ...api.plan.rank.queryOptions({ input: { ...input, top, rejectedLimit: 0, recommend: false } }),
    placeholderData: keepPreviousData,
  });
  const failure = error && !isCancelled(error) ? failureFrom(error) : null;
  return { result: data, failure, outdated: isPlaceholderData };
}
