import { Select } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { Places } from '../../../shared/contract/plan.ts';
import { TagChip } from '../../ui/Badge.tsx';
import styles from './FacetChoice.module.css';
import { usePlaceDraft } from './place-store.ts';

const OFFERED_AT_ONCE = 60;

/** Tags every considered compute must have. */
export function TagChoice({ places }: { places: Places['tags'] }) {
  const tags = usePlaceDraft((state) => state.draft.tags);
  const change = usePlaceDraft((state) => state.change);
  const offers = places.flatMap(({ key, values }) =>
    values.map(({ value, computes }) => ({ value: JSON.stringify([key, value]), label: `${key}=${value}`, computes })),
  );
  const add = (offer: string | null) => {
    if (offer === null) return;
    const [key, value] = JSON.parse(offer) as [string, string];
    change({ tags: { ...tags, [key]: value } });
  };
  const remove = (key: string) =>
    change({ tags: Object.fromEntries(Object.entries(tags).filter(([name]) => name !== key)) });
  if (offers.length === 0) return null;
  return (
    <div className={styles.facet}>
      <Select
        label="Tags"
        placeholder="Any"
        data={offers}
        limit={OFFERED_AT_ONCE}
        value={null}
        onChange={add}
        searchable
        nothingFoundMessage="No compute has this tag"
        comboboxProps={{ transitionProps: { duration: 0 } }}
      />
      <div className={styles.values}>
        {Object.entries(tags).map(([key, value]) => (
          <button
            key={key}
            type="button"
            className={styles.value}
            aria-label={`Remove ${key}=${value}`}
            onClick={() => remove(key)}
          >
            <TagChip name={key} value={value} /> <IconX size="0.75rem" aria-hidden />
          </button>
        ))}
      </div>
    </div>
  );
}
