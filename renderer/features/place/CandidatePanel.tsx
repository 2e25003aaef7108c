import { Button } from '@mantine/core';
import { useEffect, useRef, type Dispatch } from 'react';
import type { PlacedCandidate, PlanInput, PlanResult } from '../../../shared/contract/plan.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import { objectHref } from '../../ui/location.ts';
import { BeforeAfter } from './BeforeAfter.tsx';
import { BookingFacts } from './BookingFacts.tsx';
import styles from './CandidatePanel.module.css';
import { RackPlace } from './RackPlace.tsx';
import { SizeToService } from './SizeToService.tsx';
import { ScoreDetail } from './ScoreDetail.tsx';
import { scoreText, shareText, standsText } from './candidate-text.ts';
import type { PlaceEvent, PlaceState } from './place-machine.ts';
import { useBooking } from './use-booking.ts';

interface CandidatePanelProps {
  readonly state: PlaceState;
  readonly send: Dispatch<PlaceEvent>;
  readonly input: PlanInput;
  readonly result: PlanResult;
  readonly candidate: PlacedCandidate;
}

/** One candidate: what it would look like afterwards, where it stands, and exactly what accepting it books. */
export function CandidatePanel({ state, send, input, result, candidate }: CandidatePanelProps) {
  const confirming = state.at === 'confirming' || state.at === 'booking';
  return (
    <aside className={styles.panel} aria-label={`Candidate ${candidate.compute}`}>
      <div className={styles.body}>
        <div className={styles.head}>
          <div>
            <h2>
              <a href={objectHref('compute', candidate.computeId) ?? '#'}>{candidate.compute}</a>
            </h2>
            <p className={styles.stands}>{standsText(candidate) || 'in no rack'}</p>
          </div>
          <div className={styles.scoreBox}>
            <strong>{scoreText(candidate)}</strong>
            <span>
              {shareText(candidate.utilisationBefore)} → {shareText(candidate.utilisation)}
            </span>
          </div>
        </div>
        {confirming ? (
          <BookingFacts result={result} candidate={candidate} />
        ) : (
          <>
            <BeforeAfter bars={candidate.resources} />
            <ScoreDetail candidate={candidate} shape={result.shape} />
          </>
        )}
        <RackPlace computeId={candidate.computeId} />
      </div>
      {result.serviceId === null ? (
        <SizeToService input={input} />
      ) : (
        <Foot service={{ id: result.serviceId, name: result.service }} {...{ state, send, input, candidate }} />
      )}
    </aside>
  );
}

interface FootProps {
  readonly service: { readonly id: string; readonly name: string };
  readonly state: PlaceState;
  readonly send: Dispatch<PlaceEvent>;
  readonly input: PlanInput;
  readonly candidate: PlacedCandidate;
}

function Foot({ service, state, send, input, candidate }: FootProps) {
  const book = useBooking(send);
  const button = useRef<HTMLButtonElement>(null);
  const confirming = state.at === 'confirming' || state.at === 'booking';
  useEffect(() => {
    if (state.at === 'confirming') button.current?.focus();
  }, [state.at]);
  if (confirming) {
    return (
      <div className={styles.foot}>
        <Button ref={button} loading={state.at === 'booking'} onClick={() => void book.one(service, input, candidate)}>
          Book it
        </Button>
        <Button variant="default" onClick={() => send({ type: 'went back' })}>
          Back
        </Button>
        <Kbd keys="escape" />
      </div>
    );
  }
  return (
    <div className={styles.foot}>
      <Button onClick={() => send({ type: 'chose', computeId: candidate.computeId })}>Place it here</Button>
      <Kbd keys="mod+enter" />
    </div>
  );
}
