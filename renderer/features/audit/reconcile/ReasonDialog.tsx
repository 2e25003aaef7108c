import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Decision } from '../../../../shared/domain/audit-words.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { counted } from '../../../ui/format.ts';
import styles from '../Audit.module.css';
import { decisionWord } from '../audit-words.ts';

interface ReasonDialogProps {
  readonly decision: Decision;
  readonly count: number;
  /** The reason given last. */
  readonly reason: string;
  readonly onReason: (reason: string) => void;
  readonly onClose: () => void;
}

/** Ignoring and carrying over say nothing without a reason. */
export function ReasonDialog({ decision, count, reason, onReason, onClose }: ReasonDialogProps) {
  const [text, setText] = useState(reason);
  const { label } = decisionWord(decision);
  return (
    <Dialog title={`${label} ${counted(count, 'discrepancy', 'discrepancies')}`} onClose={onClose}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim() !== '') onReason(text.trim());
        }}
      >
        <TextInput
          label="Reason"
          withAsterisk
          data-autofocus
          value={text}
          onFocus={(event) => event.currentTarget.select()}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <div>
          <Button type="submit" disabled={text.trim() === ''}>
            {label}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
