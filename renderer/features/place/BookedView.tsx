import { Button } from '@mantine/core';
import { useState, type Dispatch } from 'react';
import { undoLast } from '../../bridge/undo.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ProposedPorts } from '../port-assignment/ProposedPorts.tsx';
import styles from './PlacePage.module.css';
import type { PlaceEvent, PlaceState } from './place-machine.ts';
import { usePlaceDraft } from './place-store.ts';

interface BookedViewProps {
  readonly state: Extract<PlaceState, { at: 'booked' }>;
  readonly send: Dispatch<PlaceEvent>;
}

/** It is written: lead its ports there, one more like it, something else, or take it back. */
export function BookedView({ state: { label, booked }, send }: BookedViewProps) {
  const { reset } = usePlaceDraft();
  const [led, setLed] = useState(false);
  const undo = async () => {
    await undoLast();
    // The ports were led after the booking, so they are taken back before it.
    if (led) setLed(false);
    else send({ type: 'asked', complete: true });
  };
  return (
    <div className={styles.nothing}>
      <EmptyState
        title="Booked"
        actions={
          <>
            <Button data-autofocus autoFocus onClick={() => send({ type: 'asked', complete: true })}>
              Place another one
            </Button>
            <Button variant="default" onClick={reset}>
              Place something else
            </Button>
            <Button variant="default" onClick={() => void undo()}>
              Undo
            </Button>
          </>
        }
      >
        {label}. It is saved; Undo takes it back at any time.
      </EmptyState>
      {booked.length > 0 && !led ? (
        <div className={styles.ports}>
          <ProposedPorts assignments={booked} onTaken={() => setLed(true)} />
        </div>
      ) : null}
    </div>
  );
}
