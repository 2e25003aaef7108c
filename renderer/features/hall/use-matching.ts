import { useQuery } from '@tanstack/react-query';
import type { Failure } from '../../../shared/contract/failure.ts';
import { failureFrom, isCancelled } from '../../bridge/failure.ts';
import { eachPage } from '../noun/use-noun-list.ts';

export interface Matching {
  /** Ids of computes and equipment that the query admits; null: no query, or none that is understood. */
  readonly ids: ReadonlySet<string> | null;
  readonly failure: Failure | null;
}

type NounIds = { readonly ids: readonly string[] } | { readonly failure: Failure };

async function idsOf(noun: 'compute' | 'equipment', query: string, signal: AbortSignal): Promise<NounIds> {
  const ids: string[] = [];
  try {
    await eachPage(noun, { query }, signal, (page) => ids.push(...page.items.map(({ record }) => record.id)));
    return { ids };
  } catch (error) {
    if (isCancelled(error)) throw error;
    return { failure: failureFrom(error, signal) };
  }
}

/** A query may speak of fields that only computes or only equipment have; then the other noun has no matches. */
export async function matchingIds(query: string, signal: AbortSignal): Promise<Matching> {
  const [computes, equipment] = await Promise.all([idsOf('compute', query, signal), idsOf('equipment', query, signal)]);
  if ('failure' in computes && 'failure' in equipment) return { ids: null, failure: computes.failure };
  const all = [computes, equipment].flatMap((answer) => ('ids' in answer ? answer.ids : []));
  return { ids: new Set(all), failure: null };
}

/** The devices that a filter in the query language admits. */
export function useMatching(query: string): Matching {
  const text = query.trim();
  const { data } = useQuery({
    queryKey: [['rack', 'matching'], { input: text }],
    queryFn: ({ signal }) => matchingIds(text, signal),
    enabled: text !== '',
    structuralSharing: false,
  });
  return text === '' || !data ? { ids: null, failure: null } : data;
}
