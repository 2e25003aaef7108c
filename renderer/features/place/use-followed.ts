import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { FINISHES_FIRST } from '../../bridge/queries.ts';

/** An answer that is there sooner needs no bar. */
const SHOWN_AFTER_MS = 300;

/** How often an answer is made anew when the fleet was changed meanwhile; after that it is shown with that word. */
const AGAIN_AT_MOST = 2;

interface Progress {
  readonly phase: string;
  readonly done: number;
  readonly total: number;
}

export type Stage<P extends Progress> = P & { readonly elapsedMs: number };

/** Reads a stream to its end: tells how far it is, and answers with what comes last. */
export type Follow<P extends Progress, Answer> = (signal: AbortSignal, told: (progress: P) => void) => Promise<Answer>;

/** Planning that may take a while: its answer, how far it is on its way, and a way to stop asking for it. */
export function useFollowed<P extends Progress, Answer extends { readonly outdated: boolean }>(
  channel: string,
  input: object,
  follow: Follow<P, Answer>,
) {
  const queryKey = [['plan', channel], { input, type: 'followed' }];
  const queries = useQueryClient();
  const [stage, setStage] = useState<Stage<P> | null>(null);
  const followed = (signal: AbortSignal): Promise<Answer> => {
    const startedAt = performance.now();
    setStage(null);
    return follow(signal, (progress) => {
      const elapsedMs = performance.now() - startedAt;
      if (elapsedMs > SHOWN_AFTER_MS && !signal.aborted) setStage({ ...progress, elapsedMs });
    });
  };
  const { data, error, isFetching, isPlaceholderData, refetch } = useQuery({
    queryKey,
    queryFn: async ({ signal }): Promise<Answer> => {
      let answer = await followed(signal);
      for (let again = 0; answer.outdated && again < AGAIN_AT_MOST; again++) answer = await followed(signal);
      return answer;
    },
    placeholderData: keepPreviousData,
    meta: FINISHES_FIRST,
  });
  const answered = data !== undefined && !isPlaceholderData;
  return {
    answer: data,
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

/** What a followed question is at, whatever it asks. */
export type Following<P extends Progress> = Pick<
  ReturnType<typeof useFollowed<P, { readonly outdated: boolean }>>,
  'stage' | 'isCancelled' | 'isOutdated' | 'cancel' | 'again'
>;
