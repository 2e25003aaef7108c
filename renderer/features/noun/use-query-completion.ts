import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { QueryCompletion, QueryProposal } from '../../../shared/contract/workspace.ts';
import { api } from '../../bridge/client.ts';
import { completedQuery, leadingProposal, opensByItself } from './query-completion.ts';

interface Edited {
  readonly text: string;
  readonly cursor: number;
}

/** Proposals for the query being typed; `take` answers the text with one of them in it. */
export function useQueryCompletion(noun: string | undefined, { text, cursor }: Edited) {
  const [wanted, setOpen] = useState(false);
  const open = wanted && noun !== undefined;
  const [marked, setMarked] = useState<number | null>(null);
  const queries = useQueryClient();
  const question = api.find.complete.queryOptions({
    input: { noun: noun ?? '', text, cursor: Math.min(cursor, text.length) },
  });
  const asked = useQuery({
    ...question,
    enabled: open,
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
  const completion = open ? asked.data : undefined;
  const proposals: readonly QueryProposal[] = completion?.proposals ?? [];
  const fresh = completion !== undefined && !asked.isPlaceholderData;
  const current = marked ?? (fresh ? leadingProposal(proposals, text.slice(completion.from, cursor)) : null);
  const taken = (answer: QueryCompletion, index: number): Edited | null => {
    const proposal = answer.proposals[index];
    if (!proposal) return null;
    setOpen(proposal.kind !== 'value');
    setMarked(null);
    return completedQuery(text, answer, proposal);
  };
  return {
    open: open && proposals.length > 0,
    /** Asked for, and not answered for the text as it is now. */
    awaited: open && !fresh,
    proposals,
    current: current !== null && current < proposals.length ? current : null,
    typed: (edited: Edited) => {
      setOpen(opensByItself(edited.text, edited.cursor));
      setMarked(null);
    },
    show: () => setOpen(true),
    close: () => {
      setOpen(false);
      setMarked(null);
    },
    move: (by: 1 | -1) =>
      setMarked(
        Math.max(
          0,
          Math.min(proposals.length - 1, current === null ? (by > 0 ? 0 : proposals.length - 1) : current + by),
        ),
      ),
    take: (index: number): Edited | null => (fresh ? taken(completion, index) : null),
    /** What Enter takes before the proposals for the text are there: the first of them, if it is what is being typed. */
    takeAhead: async (): Promise<Edited | null> => {
      const answer = await queries.query({ ...question, staleTime: 'static' });
      const index = leadingProposal(answer.proposals, text.slice(answer.from, cursor));
      return index === null ? null : taken(answer, index);
    },
  };
}

export type CompletionState = ReturnType<typeof useQueryCompletion>;
