import { Button } from '@mantine/core';
import { useEffect, useRef, type Dispatch } from 'react';
import type { BatchResult } from '../../../shared/contract/plan.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import { useActions } from '../../ui/actions.ts';
import { counted, formatCount } from '../../ui/format.ts';
import { objectHref } from '../../ui/location.ts';
import { resourcesText } from '../noun/field-text.ts';
import { BeforeAfter } from './BeforeAfter.tsx';
import styles from './CandidatePanel.module.css';
import { RackPlace } from './RackPlace.tsx';
import type { ComputeGroup } from './batch-groups.ts';
import { bookedAmounts } from './candidate-text.ts';
import type { PlaceScope } from './place-draft.ts';
import type { PlaceEvent, PlaceState } from './place-machine.ts';
import { useBooking } from './use-booking.ts';

interface BatchPanelProps {
  readonly state: PlaceState;
  readonly send: Dispatch<PlaceEvent>;
  readonly scope: PlaceScope;
  readonly plan: BatchResult;
  /** The plan answers a question asked before: it is not booked. */
  readonly isOld: boolean;
  readonly group: ComputeGroup;
}

/** What goes to one compute, step by step, and the booking of the whole batch. */
export function BatchPanel({ state, send, scope, plan, isOld, group }: BatchPanelProps) {
  const steps = plan.steps
    .map((step, index) => ({ ...step, number: index + 1 }))
    .filter((step) => step.candidate.computeId === group.computeId);
  return (
    <aside className={styles.panel} aria-label={`Candidate ${group.compute}`}>
      <div className={styles.body}>
        <h2>
          <a href={objectHref('compute', group.computeId) ?? '#'}>{group.compute}</a>
        </h2>
        <BeforeAfter bars={group.resources} />
        <ol className={styles.steps} aria-label="Steps on this compute">
          {steps.map((step) => (
            <li key={step.number}>
              <span className={styles.stepNumber}>{step.number}</span> {step.service}:{' '}
              {resourcesText(bookedAmounts(step.candidate.allocated))}
            </li>
          ))}
        </ol>
        <RackPlace computeId={group.computeId} />
      </div>
      <BatchFoot {...{ state, send, scope, plan, isOld }} />
    </aside>
  );
}

function BatchFoot({ state, send, scope, plan, isOld }: Omit<BatchPanelProps, 'group'>) {
  const book = useBooking(send);
  const button = useRef<HTMLButtonElement>(null);
  const stored = plan.steps.every((step) => step.serviceId !== null);
  const confirming = state.at === 'confirming' || state.at === 'booking';
  const choose = () => send({ type: 'chose', computeId: null });
  useActions(
    state.at === 'looking' && stored && !isOld
      ? [{ id: 'place-batch', label: 'Go on with the whole batch', group: 'Place', keys: 'mod+enter', run: choose }]
      : [],
  );
  useEffect(() => {
    if (state.at === 'confirming') button.current?.focus();
  }, [state.at]);
  if (!stored) return <p className={styles.foot}>A size is not booked; make it a service with quantity 1 first.</p>;
  if (!confirming) {
    return (
      <div className={styles.foot}>
        <Button onClick={choose} disabled={isOld}>
          Place {plan.feasible ? 'all' : ''} {formatCount(plan.placed)}
        </Button>
        <Kbd keys="mod+enter" />
      </div>
    );
  }
  return (
    <div className={styles.confirmFoot}>
      <p>
        Books {counted(plan.placed, 'instance', 'instances')} on {counted(plan.computesUsed, 'compute', 'computes')} as
        one change{plan.feasible ? '' : `; ${formatCount(plan.requested - plan.placed)} stay out`}.
      </p>
      <div className={styles.buttons}>
        <Button
          ref={button}
          disabled={isOld}
          loading={state.at === 'booking'}
          onClick={() => void book.batch(scope, plan)}
        >
          Book it
        </Button>
        <Button variant="default" onClick={() => send({ type: 'went back' })}>
          Back
        </Button>
      </div>
    </div>
  );
}
