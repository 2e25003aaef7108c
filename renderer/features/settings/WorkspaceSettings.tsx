import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { SETTING_ID, type Setting } from '../../../shared/domain/setting.ts';
import { api, client } from '../../bridge/client.ts';
import { failureFrom } from '../../bridge/failure.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { WorkspaceShape } from '../score-shape/WorkspaceShape.tsx';
import styles from './SettingsPage.module.css';

const COUNTS = [
  { value: 'cores', label: 'CPU cores' },
  { value: 'threads', label: 'Hardware threads' },
] as const;

/** Choices that hold for everybody who opens this workspace. */
export function WorkspaceSettings() {
  const { data, error } = useQuery(api.setting.get.queryOptions({ input: { ref: SETTING_ID } }));
  const update = useCommand(client.setting.update);
  if (error) return <p role="alert">{failureFrom(error).message}</p>;
  if (!data) return null;
  const { record, version } = data;
  const set = (patch: Partial<Omit<Setting, 'id'>>) => void update.run({ ref: SETTING_ID, version, patch });
  return (
    <section className={styles.section}>
      <h2>This workspace</h2>
      <div>
        <span className={styles.label}>Cores are counted as</span>
        <SegmentedControl
          aria-label="Cores are counted as"
          data={[...COUNTS]}
          value={record.coresCount}
          onChange={(coresCount) => set({ coresCount })}
        />
        <p className={styles.help}>Totals and plans go by this count; a compute&apos;s page always shows both.</p>
      </div>
      <Currency key={record.currency} saved={record.currency} onSave={(currency) => set({ currency })} />
      <WorkspaceShape />
    </section>
  );
}

function Currency({ saved, onSave }: { saved: string; onSave: (currency: string) => void }) {
  const [currency, setCurrency] = useState(saved);
  return (
    <form
      className={styles.line}
      onSubmit={(event) => {
        event.preventDefault();
        onSave(currency);
      }}
    >
      <TextInput
        label="Currency"
        description="Proposed for prices and costs, for example EUR."
        value={currency}
        maxLength={3}
        onChange={(event) => setCurrency(event.currentTarget.value.toUpperCase())}
      />
      <Button type="submit" variant="default" disabled={currency === saved || currency.length !== 3}>
        Save
      </Button>
    </form>
  );
}
