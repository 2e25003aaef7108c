import { Button } from '@mantine/core';
import { useEffect, useMemo, useReducer, type Dispatch } from 'react';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Page } from '../../ui/Page.tsx';
import { useLocation } from '../../ui/location.ts';
import { CandidateView } from './CandidateView.tsx';
import styles from './PlacePage.module.css';
import { PlaceSteps } from './PlaceSteps.tsx';
import { WhatSection } from './WhatSection.tsx';
import { START, placeStep, type PlaceEvent, type PlaceState } from './place-machine.ts';
import { questionOf } from './place-draft.ts';
import { usePlaceDraft } from './place-store.ts';

/** Where does it fit: what is asked at the left, the answer beside it, following every change. */
export function PlacePage() {
  const { draft, change, reset } = usePlaceDraft();
  const [state, send] = useReducer(placeStep, START);
  const asked = useLocation().query['service'];
  useEffect(() => {
    if (asked !== undefined) change({ what: 'service', serviceId: asked });
  }, [asked, change]);
  const question = useMemo(() => questionOf(draft), [draft]);
  useEffect(() => send({ type: 'asked', complete: question.kind !== 'incomplete' }), [question]);
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
        <div className={styles.ask}>
          <WhatSection question={question} />
        </div>
        <Answer state={state} send={send} question={question} />
      </div>
    </Page>
  );
}

interface AnswerProps {
  readonly state: PlaceState;
  readonly send: Dispatch<PlaceEvent>;
  readonly question: ReturnType<typeof questionOf>;
}

function Answer({ state, send, question }: AnswerProps) {
  if (state.at === 'asking' || question.kind === 'incomplete' || question.kind === 'unreadable') {
    return (
      <div className={styles.nothing}>
        <EmptyState title="What is to be placed?">
          Choose a service at the left. Every compute is then ranked for it, and every one that cannot take it says why.
        </EmptyState>
      </div>
    );
  }
  if (question.kind === 'rank') return <CandidateView state={state} send={send} input={question.input} />;
  return null;
}
