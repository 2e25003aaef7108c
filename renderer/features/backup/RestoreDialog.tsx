import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Backup } from '../../../shared/contract/backup.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Facts } from '../../ui/Facts.tsx';
import { formatCount, formatMoment } from '../../ui/format.ts';
import { restoreBackup } from '../workspace/use-files.ts';
import styles from './Backup.module.css';
import { contentText } from './content-text.ts';

/** Says what a restore brings back and what becomes of the workspace as it is, before anything is done. */
export function RestoreDialog({ backup, onClose }: { backup: Backup; onClose: () => void }) {
  const [busy, setBusy] = useState(false);
  const { lastChange, changes } = backup.facts;
  return (
    <Dialog onClose={onClose} title="Restore this backup?" size="lg">
      <div className={styles.facts}>
        <Facts
          label="The backup"
          facts={[
            ['Made', formatMoment(backup.at)],
            ['Holds', contentText(backup)],
            [
              'Newest change',
              lastChange ? `${lastChange.label} (${lastChange.actor}, ${formatMoment(lastChange.at)})` : 'None',
            ],
            ['Changes', formatCount(changes)],
          ]}
        />
        <p>
          Changes made after it are not in it. The workspace as it is now is kept first, as the newest backup: restoring
          that one undoes this. A damaged workspace is kept beside it, under another name.
        </p>
      </div>
      <div className={styles.buttons}>
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button
          data-autofocus
          loading={busy}
          onClick={() => {
            setBusy(true);
            void restoreBackup(backup.file).then((done) => (done ? onClose() : setBusy(false)));
          }}
        >
          Restore
        </Button>
      </div>
    </Dialog>
  );
}
