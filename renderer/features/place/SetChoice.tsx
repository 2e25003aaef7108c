import { Button, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { ReferencePicker } from '../noun/ReferencePicker.tsx';
import styles from './PlacePage.module.css';
import type { PlaceQuestion, SetLine } from './place-draft.ts';
import { usePlaceDraft } from './place-store.ts';
import { problemAt } from './question-problem.ts';
import { useServiceNames } from './use-service-names.ts';
import { RemoveButton } from '../../ui/RemoveButton.tsx';

/** Several services, each with its quantity, placed in one run. */
export function SetChoice({ question }: { question: PlaceQuestion }) {
  const { draft, change } = usePlaceDraft();
  const names = useServiceNames();
  const changeLine = (index: number, part: Partial<SetLine>) =>
    change({ set: draft.set.map((line, place) => (place === index ? { ...line, ...part } : line)) });
  return (
    <>
      <ul className={styles.set} aria-label="Services to place">
        {draft.set.map((line, index) => (
          <li key={index} className={styles.setLine}>
            <ReferencePicker
              aria-label={`Service ${index + 1}`}
              placeholder="Service"
              noun="service"
              id={line.serviceId}
              names={names}
              onId={(serviceId) => changeLine(index, { serviceId })}
            />
            <TextInput
              aria-label={`Quantity ${index + 1}`}
              inputMode="numeric"
              value={line.quantity}
              error={problemAt(question, `set[${index}].quantity`)}
              onChange={(event) => changeLine(index, { quantity: event.currentTarget.value })}
            />
            <RemoveButton
              label={`Remove service ${index + 1}`}
              disabled={draft.set.length === 1}
              onRemove={() => change({ set: draft.set.filter((_line, place) => place !== index) })}
            />
          </li>
        ))}
      </ul>
      <Button
        variant="subtle"
        size="compact-xs"
        className={styles.add ?? ''}
        leftSection={<IconPlus size="0.875rem" aria-hidden />}
        onClick={() => change({ set: [...draft.set, { serviceId: '', quantity: '1' }] })}
      >
        Add a service
      </Button>
    </>
  );
}
