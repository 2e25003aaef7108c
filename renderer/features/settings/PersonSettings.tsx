import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { useState } from 'react';
import { usePreferences, useSetPreferences } from '../../bridge/preferences.ts';
import styles from './SettingsPage.module.css';

const THEMES = [
  { value: 'system', label: 'As the system' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
  { value: 'aisle', label: 'Aisle' },
] as const;

/** Choices of this person on this machine; no workspace holds them. */
export function PersonSettings() {
  const preferences = usePreferences();
  const set = useSetPreferences();
  if (!preferences) return null;
  return (
    <section className={styles.section}>
      <h2>You, on this machine</h2>
      <div>
        <span className={styles.label}>Theme</span>
        <SegmentedControl
          aria-label="Theme"
          data={[...THEMES]}
          value={preferences.theme}
          onChange={(theme) => set({ theme })}
        />
        <p className={styles.help}>Aisle is for gloves and bad light: high contrast, larger text and targets.</p>
      </div>
      <OperatorName key={preferences.operator} saved={preferences.operator} onSave={(operator) => set({ operator })} />
    </section>
  );
}

function OperatorName({ saved, onSave }: { saved: string; onSave: (operator: string) => void }) {
  const [operator, setOperator] = useState(saved);
  return (
    <form
      className={styles.line}
      onSubmit={(event) => {
        event.preventDefault();
        onSave(operator.trim());
      }}
    >
      <TextInput
        label="Operator name"
        description="Written beside every change you make."
        value={operator}
        maxLength={100}
        onChange={(event) => setOperator(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" disabled={operator.trim() === saved}>
        Save
      </Button>
    </form>
  );
}
