import { SegmentedControl, TextInput } from '@mantine/core';
import styles from './PlacePage.module.css';
import type { PlaceQuestion } from './place-draft.ts';
import { usePlaceDraft } from './place-store.ts';
import { problemAt } from './question-problem.ts';

/** How many instances and, for more than one, whether they stay together. */
export function QuantityField({ question }: { question: PlaceQuestion }) {
  const { draft, change } = usePlaceDraft();
  const several = Number(draft.quantity) > 1;
  return (
    <div className={styles.quantity}>
      <TextInput
        label="Quantity"
        inputMode="numeric"
        value={draft.quantity}
        error={problemAt(question, 'quantity')}
        onChange={(event) => change({ quantity: event.currentTarget.value })}
      />
      {several ? (
        <SegmentedControl
          fullWidth
          aria-label="Where the instances go"
          value={draft.together ? 'together' : 'each'}
          onChange={(value) => change({ together: value === 'together' })}
          data={[
            { value: 'each', label: 'Wherever each fits' },
            { value: 'together', label: 'All on one' },
          ]}
        />
      ) : null}
    </div>
  );
}
