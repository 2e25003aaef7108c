import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Failure } from '../../../shared/contract/failure.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import styles from './dialogs.module.css';

interface ViewNameDialogProps {
  readonly title: string;
  readonly action: string;
  readonly name: string;
  readonly command: { readonly failure: Failure | null; readonly pending: boolean; readonly clear: () => void };
  readonly onClose: () => void;
  /** Answers whether it was written. */
  readonly onName: (name: string) => Promise<boolean>;
}

/** Asks for the name of a view; what is wrong with it stands beside it. */
export function ViewNameDialog({ title, action, name, command, onClose, onName }: ViewNameDialogProps) {
  const [text, setText] = useState(name);
  const close = () => {
    command.clear();
    onClose();
  };
  return (
    <Dialog title={title} size="sm" onClose={close}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void onName(text.trim()).then((written) => written && close());
        }}
      >
        <TextInput
          label="Name"
          description="Its query, sort order, columns and their widths are kept."
          data-autofocus
          maxLength={100}
          value={text}
          error={command.failure?.message}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <div className={styles.buttons}>
          <Button type="submit" disabled={text.trim() === ''} loading={command.pending}>
            {action}
          </Button>
          <Button variant="default" onClick={close}>
            Cancel
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
