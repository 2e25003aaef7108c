import { TextInput } from '@mantine/core';
import { RESOURCE_KEYS, RESOURCE_LABELS, type ResourceKey } from '../../../shared/domain/resource.ts';
import styles from './PlacePage.module.css';
import { QuantityField } from './QuantityField.tsx';
import type { PlaceQuestion } from './place-draft.ts';
import { usePlaceDraft } from './place-store.ts';
import { problemAt } from './question-problem.ts';

const NOTHING: Readonly<Record<ResourceKey, string>> = {
  cores: '0',
  memory: '0 GB',
  vram: '0 GB',
  nvme: '0 TB',
  gpu: '0',
};

/** A size typed with its units; nothing is stored for it until it becomes a service. */
export function SizeChoice({ question }: { question: PlaceQuestion }) {
  const { draft, change } = usePlaceDraft();
  const problems = RESOURCE_KEYS.flatMap((key) =>
    (['min', 'max'] as const).flatMap((side) => problemAt(question, `${side}.${key}`) ?? []),
  );
  const input = (side: 'min' | 'max', key: ResourceKey) => (
    <TextInput
      aria-label={`${side === 'min' ? 'Minimum' : 'Maximum'} ${RESOURCE_LABELS[key].label.toLowerCase()}`}
      placeholder={side === 'min' ? NOTHING[key] : 'same'}
      value={draft[side][key]}
      error={problemAt(question, `${side}.${key}`) !== undefined}
      onChange={(event) => change({ [side]: { ...draft[side], [key]: event.currentTarget.value } })}
    />
  );
  return (
    <>
      <div className={styles.sizes}>
        <span aria-hidden />
        <span className={styles.sizeHead}>At least</span>
        <span className={styles.sizeHead}>At most</span>
        {RESOURCE_KEYS.map((key) => (
          <div key={key} className={styles.sizeRow}>
            <span>{RESOURCE_LABELS[key].label}</span>
            {input('min', key)}
            {input('max', key)}
          </div>
        ))}
      </div>
      {problems.map((message) => (
        <p key={message} role="alert" className={styles.problem}>
          {message}
        </p>
      ))}
      <QuantityField question={question} />
    </>
  );
}
