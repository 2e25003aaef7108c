import { Button } from '@mantine/core';
import type { Dispatch } from 'react';
import { undoLast } from '../../bridge/undo.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import styles from './PlacePage.module.css';
import type { PlaceEvent } from './place-machine.ts';
import { usePlaceDraft } from './place-store.ts';

/** It is written: one more like it, something else, or take it back. */
export function BookedView({ label, send }: { label: string; send: Dispatch<PlaceEvent> }) {
  const { reset } = usePlaceDraft();
  const undo = async () => {
    await undoLast();
    send({ type: 'asked', complete: true });
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
    </div>
  );
}
