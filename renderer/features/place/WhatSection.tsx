import { TextInput } from '@mantine/core';
import { ReferencePicker } from '../noun/ReferencePicker.tsx';
import styles from './PlacePage.module.css';
import type { PlaceQuestion } from './place-draft.ts';
import { usePlaceDraft } from './place-store.ts';
import { useServiceNames } from './use-service-names.ts';

export function problemAt(question: PlaceQuestion, path: string): string | undefined {
  return question.kind === 'unreadable' ? question.problems.find((entry) => entry.path === path)?.message : undefined;
}

/** What is to be placed. */
export function WhatSection({ question }: { question: PlaceQuestion }) {
  const { draft, change } = usePlaceDraft();
  const names = useServiceNames();
  return (
    <section className={styles.section} aria-label="What">
      <h2>What</h2>
      <ReferencePicker
        label="Service"
        placeholder="Type a part of its name"
        noun="service"
        id={draft.serviceId}
        names={names}
        onId={(serviceId) => change({ serviceId })}
      />
      <TextInput
        label="Quantity"
        inputMode="numeric"
        value={draft.quantity}
        error={problemAt(question, 'quantity')}
        onChange={(event) => change({ quantity: event.currentTarget.value })}
      />
    </section>
  );
}
