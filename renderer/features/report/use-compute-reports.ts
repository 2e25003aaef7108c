import { useEffect, useReducer } from 'react';
import type { ComputeReport } from '../../../shared/domain/compute-report.ts';
import type { Failure } from '../../../shared/contract/failure.ts';
import { client } from '../../bridge/client.ts';
import { failureFrom, isCancelled } from '../../bridge/failure.ts';

/** Which computes are reported on: some by id, or what a query admits; both empty: all. */
export interface ReportScope {
  readonly computes: readonly string[];
  readonly query: string;
}

interface State {
  readonly reports: readonly ComputeReport[];
  readonly phase: 'reading' | 'whole' | 'limited';
  readonly failure: Failure | null;
}

type Step =
  | { readonly kind: 'start' }
  | { readonly kind: 'more'; readonly reports: readonly ComputeReport[] }
  | { readonly kind: 'end'; readonly phase: 'whole' | 'limited' }
  | { readonly kind: 'failed'; readonly failure: Failure };

const START: State = { reports: [], phase: 'reading', failure: null };
const AT_ONCE = 20;

function next(state: State, step: Step): State {
  if (step.kind === 'start') return START;
  if (step.kind === 'more') return { ...state, reports: [...state.reports, ...step.reports] };
  if (step.kind === 'failed') return { ...state, phase: 'whole', failure: step.failure };
  return { ...state, phase: step.phase };
}

export function reportInput({ computes, query }: ReportScope, journal: 'recent' | 'all') {
  return { journal, query, ...(computes.length > 0 ? { computes: [...computes] } : {}) };
}

/** The reports of a scope as they arrive, at most `limit` of them. */
export function useComputeReports(scope: ReportScope, journal: 'recent' | 'all', limit: number): State {
  const [state, dispatch] = useReducer(next, START);
  const input = JSON.stringify(reportInput(scope, journal));
  useEffect(() => {
    const stop = new AbortController();
    dispatch({ kind: 'start' });
    const read = async () => {
      let waiting: ComputeReport[] = [];
      let count = 0;
      const asked = JSON.parse(input) as ReturnType<typeof reportInput>;
      for await (const report of await client.report.computes(asked, { signal: stop.signal })) {
        if (stop.signal.aborted) return;
        if (count === limit) return dispatchEnd(waiting, 'limited');
        count += 1;
        waiting.push(report);
        if (waiting.length < AT_ONCE) continue;
        dispatch({ kind: 'more', reports: waiting });
        waiting = [];
      }
      if (!stop.signal.aborted) dispatchEnd(waiting, 'whole');
    };
    const dispatchEnd = (waiting: readonly ComputeReport[], phase: 'whole' | 'limited') => {
      dispatch({ kind: 'more', reports: waiting });
      dispatch({ kind: 'end', phase });
    };
    read().catch((error: unknown) => {
      if (!stop.signal.aborted && !isCancelled(error)) dispatch({ kind: 'failed', failure: failureFrom(error) });
    });
    return () => stop.abort();
  }, [input, limit]);
  return state;
}
