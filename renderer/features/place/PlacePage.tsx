import { Button } from '@mantine/core';
import { useEffect, useMemo, useReducer, useRef, type Dispatch } from 'react';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Page } from '../../ui/Page.tsx';
import { useActions } from '../../ui/actions.ts';
import { updateQuery, useLocation } from '../../ui/location.ts';
import { BatchView } from './BatchView.tsx';
import { BookedView } from './BookedView.tsx';
import { CandidateView } from './CandidateView.tsx';
import { HowSection } from './HowSection.tsx';
import styles from './PlacePage.module.css';
import { StartPlace } from './StartPlace.tsx';
import { PlaceSteps } from './PlaceSteps.tsx';
import { WhatSection } from './WhatSection.tsx';
import { WhereSection } from './WhereSection.tsx';
import { questionOf, type DraftProblem, type PlaceQuestion } from './place-draft.ts';
import { START, placeStep, type PlaceEvent, type PlaceState } from './place-machine.ts';
import { usePlaceDraft } from './place-store.ts';

const NO_PROBLEMS: readonly DraftProblem[] = [];

/** Where does it fit: what is asked at the left, the answer beside it, following every change. */
export function PlacePage() {
  const { draft, change, reset } = usePlaceDraft();
  const [state, send] = useReducer(placeStep, START);
  const ask = useRef<HTMLDivElement>(null);
  const { service, compute } = useLocation().query;
  useEffect(() => {
    if (service !== undefined) change({ what: 'service', serviceId: service });
    if (compute !== undefined) change({ computeId: compute });
    if (service !== undefined || compute !== undefined)
      updateQuery({ service: undefined, compute: undefined }, { replace: true });
  }, [service, compute, change]);
  const question = useMemo(() => questionOf(draft), [draft]);
  const complete = question.kind === 'rank' || question.kind === 'batch';
  useEffect(() => send({ type: 'asked', complete }), [question, complete]);
  useActions([
    {
      id: 'place-ask',
      label: 'Choose what to place',
      group: 'Place',
      keys: '/',
      run: () => ask.current?.querySelector<HTMLElement>('input:not([type=radio])')?.focus(),
    },
    { id: 'place-over', label: 'Start over', group: 'Place', run: reset },
  ]);
  return (
    <Page
      title="Place"
      body="fill"
      aside={<PlaceSteps state={state} />}
      actions={
        <Button variant="default" onClick={reset}>
          Start over
        </Button>
      }
    >
      <div className={styles.wizard}>
        <div className={styles.ask} ref={ask}>
          <WhatSection question={question} />
          <WhereSection />
          <HowSection problems={question.kind === 'unreadable' ? question.problems : NO_PROBLEMS} />
        </div>
        <Answer state={state} send={send} question={question} />
      </div>
    </Page>
  );
}

interface AnswerProps {
  readonly state: PlaceState;
  readonly send: Dispatch<PlaceEvent>;
  readonly question: PlaceQuestion;
}

function Answer({ state, send, question }: AnswerProps) {
  if (state.at === 'booked') return <BookedView state={state} send={send} />;
  if (state.at !== 'asking' && question.kind === 'rank')
    return <CandidateView state={state} send={send} input={question.input} />;
  if (state.at !== 'asking' && question.kind === 'batch')
    return <BatchView state={state} send={send} items={question.items} scope={question.scope} />;
  const [problem] = question.kind === 'unreadable' ? question.problems : [];
  return (
    <div className={styles.nothing}>
      {problem ? <EmptyState title="One thing cannot be read yet">{problem.message}</EmptyState> : <StartPlace />}
    </div>
  );
}
