import { SegmentedControl, TextInput } from '@mantine/core';
import { memo } from 'react';
import { RESOURCE_KEYS, RESOURCE_LABELS } from '../../../shared/domain/resource.ts';
import styles from './PlacePage.module.css';
import { ShapeChoiceField } from './ShapeChoiceField.tsx';
import type { DraftProblem } from './place-draft.ts';
import { usePlaceDraft } from './place-store.ts';

/** What is booked, what counts as a good fit, and what must stay free. */
export const HowSection = memo(function HowSection({ problems }: { problems: readonly DraftProblem[] }) {
  const basis = usePlaceDraft((state) => state.draft.basis);
  const buffer = usePlaceDraft((state) => state.draft.buffer);
  const shape = usePlaceDraft((state) => state.draft.shape);
  const change = usePlaceDraft((state) => state.change);
  const kept = RESOURCE_KEYS.filter((key) => buffer[key].trim() !== '');
  const changed = kept.length > 0 || shape !== 'workspace' || basis !== 'max';
  return (
    <details className={styles.section}>
      <summary>
        <h2>How it is judged</h2>
        <span className={styles.note}>{changed ? 'changed' : 'as usual'}</span>
      </summary>
      <div>
        <span className={styles.label}>Book</span>
        <SegmentedControl
          fullWidth
          aria-label="Amounts to book"
          value={basis}
          onChange={(basis) => change({ basis })}
          data={[
            { value: 'max', label: 'Most that fits' },
            { value: 'min', label: 'Minimum' },
          ]}
        />
      </div>
      <ShapeChoiceField problems={problems} />
      <fieldset className={styles.buffers}>
        <legend>Keep free on every compute, in %</legend>
        {RESOURCE_KEYS.map((key) => (
          <TextInput
            key={key}
            label={RESOURCE_LABELS[key].label}
            inputMode="decimal"
            placeholder="0"
            value={buffer[key]}
            error={problems.find((entry) => entry.path === `buffer.${key}`)?.message}
            onChange={(event) => change({ buffer: { ...buffer, [key]: event.currentTarget.value } })}
          />
        ))}
      </fieldset>
    </details>
  );
});
