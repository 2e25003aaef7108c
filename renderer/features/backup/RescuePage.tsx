import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Backup } from '../../../shared/contract/backup.ts';
import { shell } from '../../bridge/shell.ts';
import { formatMoment } from '../../ui/format.ts';
import { salvageWorkspace } from '../workspace/use-files.ts';
import styles from './Backup.module.css';
import { contentText } from './content-text.ts';
import { RestoreDialog } from './RestoreDialog.tsx';

interface RescuePageProps {
  /** false: nothing of the file can be read, and only a backup is left. */
  readonly readable?: boolean;
}

/** The two ways out of a damaged workspace; neither throws anything away. */
export function RescuePage({ readable = true }: RescuePageProps) {
  const backups = useQuery({ queryKey: ['backups'], queryFn: () => shell('backups'), staleTime: 0 }).data;
  const newest = backups?.find(({ facts }) => facts.problem === null);
  const [chosen, setChosen] = useState<Backup | null>(null);
  return (
    <section aria-label="Ways out" className={styles.facts}>
      {readable ? <Salvage /> : null}
      <div className={styles.choice}>
        <div>
          <h2>Restore the newest backup</h2>
          <p>
            {newest
              ? `Of ${formatMoment(newest.at)}: ${contentText(newest)}. What was written after it is not in it.`
              : 'There is no whole backup of this workspace.'}
          </p>
        </div>
        <Button variant="default" disabled={!newest} onClick={() => setChosen(newest ?? null)}>
          Restore…
        </Button>
      </div>
      {readable ? <p>Until then you can read, search, export and copy everything that can still be read.</p> : null}
      {chosen ? <RestoreDialog backup={chosen} onClose={() => setChosen(null)} /> : null}
    </section>
  );
}

function Salvage() {
  const [busy, setBusy] = useState(false);
  return (
    <div className={styles.choice}>
      <div>
        <h2>Salvage it</h2>
        <p>
          Every row is taken from where it is whole, the file or its history, and a sound workspace is put in its place.
          The damaged file is kept beside it. Usually nothing is lost.
        </p>
      </div>
      <Button
        loading={busy}
        onClick={() => {
          setBusy(true);
          void salvageWorkspace().finally(() => setBusy(false));
        }}
      >
        Salvage
      </Button>
    </div>
  );
}
