import { SegmentedControl } from '@mantine/core';
import styles from './PlacePage.module.css';
import { ServiceChoice } from './ServiceChoice.tsx';
import { SetChoice } from './SetChoice.tsx';
import { SizeChoice } from './SizeChoice.tsx';
import type { PlaceQuestion } from './place-draft.ts';
import { usePlaceDraft } from './place-store.ts';

const KINDS = [
  { value: 'service', label: 'Service' },
  { value: 'set', label: 'Several' },
  { value: 'size', label: 'Size' },
] as const;

/** What is to be placed: one service, several of them, or a size that is no service yet. */
export function WhatSection({ question }: { question: PlaceQuestion }) {
  const { draft, change } = usePlaceDraft();
  return (
    <section className={styles.section} aria-label="What">
      <h2>What</h2>
      <SegmentedControl
        fullWidth
        aria-label="What to place"
        value={draft.what}
        onChange={(what) => change({ what })}
        data={[...KINDS]}
      />
      {draft.what === 'service' ? <ServiceChoice question={question} /> : null}
      {draft.what === 'set' ? <SetChoice question={question} /> : null}
      {draft.what === 'size' ? <SizeChoice question={question} /> : null}
    </section>
  );
}
