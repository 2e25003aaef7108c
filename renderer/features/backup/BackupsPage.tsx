import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { Backup } from '../../../shared/contract/backup.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Page } from '../../ui/Page.tsx';
import { useActions } from '../../ui/actions.ts';
import { BackupTable } from './BackupTable.tsx';
import styles from './Backup.module.css';
import { RestoreDialog } from './RestoreDialog.tsx';
import { useBackups } from './use-backups.ts';

/** The backups of this workspace: what each holds, whether it is whole, and the way back to it. */
export function BackupsPage({ title, tabs }: { title: string; tabs: ReactNode }) {
  const { backups, failure, busy, backUp, check } = useBackups();
  const [chosen, setChosen] = useState<Backup | null>(null);
  useActions([
    { id: 'backup-now', label: 'Back up now', group: 'Backups', keys: 'b', run: () => void backUp() },
    { id: 'backup-check', label: 'Verify all backups', group: 'Backups', run: () => void check() },
  ]);
  return (
    <Page
      title={title}
      bar={tabs}
      actions={
        <>
          <Button variant="default" loading={busy === 'checking'} disabled={busy !== null} onClick={() => void check()}>
            Verify all
          </Button>
          <Button loading={busy === 'backing up'} disabled={busy !== null} onClick={() => void backUp()}>
            Back up now
          </Button>
        </>
      }
    >
      <p className={styles.lead}>
        A backup is made within five minutes of a change, and before every import and migration. The newest of each of
        the last 24 hours, 14 days and 8 weeks is kept, in your own data folder and not beside the workspace.
      </p>
      {failure ? <p role="alert">{failure.message}</p> : null}
      {backups?.length === 0 ? (
        <EmptyState title="There is no backup yet" actions={<Button onClick={() => void backUp()}>Back up now</Button>}>
          The first one is made within five minutes of the first change.
        </EmptyState>
      ) : null}
      {backups && backups.length > 0 ? <BackupTable backups={backups} onRestore={setChosen} /> : null}
      {chosen ? <RestoreDialog backup={chosen} onClose={() => setChosen(null)} /> : null}
    </Page>
  );
}
