import { Button } from '@mantine/core';
import type { Dispatch } from 'react';
import type { PlanInput, PlanResult } from '../../../shared/contract/plan.ts';
import type { Candidate } from '../../../shared/domain/plan.ts';
import { RESOURCE_KEYS } from '../../../shared/domain/resource.ts';
import { client } from '../../bridge/client.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { counted } from '../../ui/format.ts';
import { resourcesText } from '../noun/field-text.ts';
import { BeforeAfter } from './BeforeAfter.tsx';
import styles from './CandidatePanel.module.css';
import { fitsText, scoreText, shareText } from './candidate-text.ts';
import type { PlaceEvent, PlaceState } from './place-machine.ts';

interface CandidatePanelProps {
  readonly state: PlaceState;
  readonly send: Dispatch<PlaceEvent>;
  readonly input: PlanInput;
  readonly result: PlanResult;
  readonly candidate: Candidate;
}

/** The amounts worth naming: what is 0 is not booked. */
export function bookedAmounts(candidate: Candidate): Record<string, number> {
  return Object.fromEntries(
    RESOURCE_KEYS.flatMap((key) => (candidate.allocated[key] ? [[key, candidate.allocated[key]]] : [])),
  );
}

/** One candidate: what it would look like afterwards, and exactly what accepting it books. */
export function CandidatePanel({ state, send, input, result, candidate }: CandidatePanelProps) {
  const confirming = state.at === 'confirming' || state.at === 'booking';
  const accept = useCommand(client.plan.accept);
  const book = async () => {
    if (result.serviceId === null) return;
    send({ type: 'confirmed' });
    const made = await accept.run({
      service: result.serviceId,
      compute: candidate.computeId,
      quantity: candidate.quantity,
      allocated: bookedAmounts(candidate),
      basis: input.basis ?? 'max',
    });
    send(made ? { type: 'was booked', label: made.label } : { type: 'was refused' });
  };
  return (
    <aside className={styles.panel} aria-label={`Candidate ${candidate.compute}`}>
      <h2>{candidate.compute}</h2>
      <p>
        Score {scoreText(candidate)} · utilisation {shareText(candidate.utilisationBefore)} →{' '}
        {shareText(candidate.utilisation)}
      </p>
      <BeforeAfter bars={candidate.resources} />
      <h3>What is booked</h3>
      <p>
        {counted(candidate.quantity, 'instance', 'instances')} of {result.service}, each with{' '}
        {resourcesText(bookedAmounts(candidate))} ({fitsText(candidate)}).
      </p>
      <div className={styles.actions}>
        {confirming ? (
          <>
            <Button loading={state.at === 'booking'} onClick={() => void book()} data-autofocus>
              Book it
            </Button>
            <Button variant="default" onClick={() => send({ type: 'went back' })}>
              Back
            </Button>
          </>
        ) : (
          <Button
            disabled={result.serviceId === null || state.at !== 'looking'}
            onClick={() => send({ type: 'chose', computeId: candidate.computeId })}
          >
            Place it here
          </Button>
        )}
      </div>
    </aside>
  );
}
