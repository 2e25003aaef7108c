import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { failureFrom } from '../../bridge/failure.ts';
import { shell } from '../../bridge/shell.ts';
import { formatBytes, formatMoment } from '../../ui/format.ts';
import { restoreBackup } from './use-files.ts';
import styles from './WelcomePage.module.css';
import { Dialog } from '../../ui/Dialog.tsx';

/** The backups of the open workspace; choosing one puts it in the place of the damaged file. */
export function RestoreDialog({ onClose }: { onClose: () => void }) {
  const backups = useQuery({ queryKey: ['backups'], queryFn: () => shell('backups'), staleTime: 0 });
  return (
    <Dialog onClose={onClose} title="Restore a backup" size="lg">
      <p className={styles.lead}>The damaged file is kept beside the restored one, under another name.</p>
      {backups.error ? <p role="alert">{failureFrom(backups.error).message}</p> : null}
      {backups.data?.length === 0 ? <p>There is no backup of this workspace yet.</p> : null}
      <ul className={styles.recent}>
        {(backups.data ?? []).map((backup) => (
          <li key={backup.file} className={styles.backup}>
            <span>
              <strong>{formatMoment(backup.at)}</strong> · {formatBytes(backup.bytes)}
              <br />
              <span className={styles.path}>{backup.reason}</span>
            </span>
            <Button
              variant="default"
              onClick={() => {
                void restoreBackup(backup.file).then((opened) => opened && onClose());
              }}
            >
              Restore
            </Button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
