import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { nounClient, type NounDetail } from '../../bridge/noun-client.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { counted } from '../../ui/format.ts';
import { cloneNames, namesIn } from './clone-names.ts';
import styles from './dialogs.module.css';
import type { NounScreen } from './noun-screen.ts';
import { Dialog } from '../../ui/Dialog.tsx';

interface CloneDialogProps {
  readonly screen: NounScreen;
  readonly detail: NounDetail;
  readonly onClose: () => void;
}

/** Makes copies under the names given, in one undo. */
export function CloneDialog({ screen, detail, onClose }: CloneDialogProps) {
  const [text, setText] = useState(() => cloneNames(detail.name, 1).join('\n'));
  const clone = useCommand(nounClient(screen.noun).clone, { failures: 'inline' });
  const names = namesIn(text);
  return (
    <Dialog onClose={onClose} title={`Clone ${detail.name}`}>
      <Textarea
        label="Names of the copies"
        description="One per line. Serial numbers and asset tags are not copied."
        data-autofocus
        rows={6}
        value={text}
        error={clone.failure?.message}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div className={styles.buttons}>
        <Button
          disabled={names.length === 0}
          loading={clone.pending}
          onClick={() => void clone.run({ ref: detail.record.id, names: [...names] }).then((done) => done && onClose())}
        >
          Make {counted(names.length, 'copy', 'copies')}
        </Button>
        <Button
          variant="default"
          onClick={() => setText([...names, ...cloneNames(names.at(-1) ?? detail.name, 1)].join('\n'))}
        >
          One more
        </Button>
      </div>
    </Dialog>
  );
}
