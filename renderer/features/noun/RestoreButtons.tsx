import { ActionIcon, Tooltip } from '@mantine/core';
import { IconRestore } from '@tabler/icons-react';
import type { ChangeEntry } from '../../../shared/contract/history.ts';
import { client } from '../../bridge/client.ts';
import { useCommand } from '../../bridge/use-command.ts';
import styles from './ChangeList.module.css';

interface RestoreFieldProps {
  readonly seq: number;
  readonly field: string;
  readonly label: string;
  /** The value that it gets. */
  readonly value: string | null;
}

/** Gives one field the value that it had before a change; an edit like any other, with its own undo. */
export function RestoreFieldButton({ seq, field, label, value }: RestoreFieldProps) {
  const restore = useCommand(client.history.restoreField);
  return (
    <RestoreButton
      text={`Restore ${label}: ${(value ?? '(empty)').slice(0, 60)}`}
      pending={restore.pending}
      onRestore={() => void restore.run({ seq, field })}
    />
  );
}

/** Makes a thing what it was before a change, or brings it back with all that it owned. */
export function RestoreObjectButton({ change }: { change: ChangeEntry }) {
  const restore = useCommand(client.history.restoreObject);
  const name = change.name ?? 'this';
  return (
    <RestoreButton
      text={change.kind === 'delete' ? `Bring back ${name}` : `Restore ${name} as it was before this change`}
      pending={restore.pending}
      onRestore={() => void restore.run({ seq: change.seq })}
    />
  );
}

function RestoreButton({ text, pending, onRestore }: { text: string; pending: boolean; onRestore: () => void }) {
  return (
    <Tooltip label={text}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="sm"
        className={styles.restore}
        loading={pending}
        aria-label={text}
        onClick={onRestore}
      >
        <IconRestore size="0.875rem" />
      </ActionIcon>
    </Tooltip>
  );
}
