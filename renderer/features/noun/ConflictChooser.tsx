import { Button, Radio } from '@mantine/core';
import { useState } from 'react';
import styles from './ConflictChooser.module.css';
import type { FieldConflict } from './conflicts.ts';

type Choice = 'mine' | 'theirs';

interface ConflictChooserProps {
  readonly conflicts: readonly FieldConflict[];
  readonly onSettle: (choices: Readonly<Record<string, Choice>>) => void;
}

/** Shows both values of every field that two people changed, and lets the user choose. */
export function ConflictChooser({ conflicts, onSettle }: ConflictChooserProps) {
  const [choices, setChoices] = useState<Readonly<Record<string, Choice>>>({});
  return (
    <div className={styles.box} role="alert">
      <p>This row was changed meanwhile. Choose what to keep:</p>
      {conflicts.map(({ key, label, mine, theirs }) => (
        <Radio.Group
          key={key}
          label={label}
          value={choices[key] ?? 'mine'}
          onChange={(choice) => setChoices({ ...choices, [key]: choice === 'theirs' ? 'theirs' : 'mine' })}
        >
          <div className={styles.options}>
            <Radio size="xs" value="mine" label={`Yours: ${mine}`} />
            <Radio size="xs" value="theirs" label={`Saved meanwhile: ${theirs}`} />
          </div>
        </Radio.Group>
      ))}
      <Button onClick={() => onSettle(choices)}>Save these</Button>
    </div>
  );
}
