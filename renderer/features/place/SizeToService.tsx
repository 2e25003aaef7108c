import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { PlanInput } from '../../../shared/contract/plan.ts';
import { client } from '../../bridge/client.ts';
import { useCommand } from '../../bridge/use-command.ts';
import styles from './CandidatePanel.module.css';
import { usePlaceDraft } from './place-store.ts';

/** A size is booked as a service: it needs a name first. */
export function SizeToService({ input }: { input: PlanInput }) {
  const { change } = usePlaceDraft();
  const [name, setName] = useState('');
  const create = useCommand(client.service.create, { failures: 'inline' });
  if (!('adHoc' in input.subject)) return null;
  const { min, max } = input.subject.adHoc;
  const save = async () => {
    const made = await create.run({ record: { name, minSpec: min, maxSpec: max ?? {} } });
    if (made) change({ what: 'service', serviceId: made.id });
  };
  return (
    <form
      className={styles.foot}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <TextInput
        aria-label="Name of the new service"
        placeholder="Name it to place it"
        value={name}
        error={create.failure?.message}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Button type="submit" disabled={name.trim() === ''} loading={create.pending}>
        Make a service
      </Button>
    </form>
  );
}
