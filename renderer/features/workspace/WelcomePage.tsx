import { Button } from '@mantine/core';
import { IconDatabasePlus, IconFolderOpen, IconSparkles } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { FailureCode } from '../../../shared/contract/failure.ts';
import type { RecentWorkspace } from '../../../shared/contract/shell.ts';
import logo from '../../../assets/icons/rackwright.svg';
import { useEngineState } from '../../bridge/engine-state.ts';
import { shell } from '../../bridge/shell.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import { Refusal } from '../../ui/Notice.tsx';
import { useActions } from '../../ui/actions.ts';
import { formatMoment } from '../../ui/format.ts';
import { RescuePage } from '../backup/RescuePage.tsx';
import { createWorkspace, openWorkspace } from './use-files.ts';
import styles from './WelcomePage.module.css';
import { RemoveButton } from '../../ui/RemoveButton.tsx';

/** Shown while no workspace is open. */
export function WelcomePage() {
  const { failure, phase, subject } = useEngineState();
  const recent = useQuery({ queryKey: ['recent'], queryFn: () => shell('recent'), staleTime: 0 }).data;
  useActions([
    { id: 'new', label: 'New workspace', group: 'Workspace', keys: 'mod+n', run: () => void createWorkspace() },
    { id: 'open', label: 'Open a workspace', group: 'Workspace', keys: 'mod+o', run: () => void openWorkspace() },
  ]);
  if (phase === 'opening' && !failure && recent === undefined) return null;
  const firstRun = recent?.length === 0;
  return (
    <main className={styles.welcome}>
      <div className={styles.column}>
        <div className={styles.brand}>
          <img src={logo} alt="" />
          <div>
            <h1>Rackwright</h1>
            <p>What is where, what is inside, what runs on it, and where the next thing fits.</p>
          </div>
        </div>
        {failure ? <Refusal>{failure.message}</Refusal> : null}
        {failure && subject !== null ? <WayOut code={failure.code} /> : null}
        <Start firstRun={firstRun} />
        {recent && recent.length > 0 ? <Recent recent={recent} /> : null}
      </div>
    </main>
  );
}

/** A damaged file may be salvaged or replaced by a backup; one that is no workspace any more, by a backup of when it was one. */
function WayOut({ code }: { code: FailureCode }) {
  const lost = code === 'E_WORKSPACE_FORMAT';
  const backups = useQuery({
    queryKey: ['backups'],
    queryFn: () => shell('backups'),
    staleTime: 0,
    enabled: lost,
  }).data;
  if (code === 'E_WORKSPACE_CORRUPT') return <RescuePage />;
  return lost && backups && backups.length > 0 ? <RescuePage readable={false} /> : null;
}

function Start({ firstRun }: { firstRun: boolean }) {
  const [making, setMaking] = useState(false);
  const openSample = async () => {
    setMaking(true);
    await createWorkspace(true);
    setMaking(false);
  };
  return (
    <section className={styles.start} aria-label="Start">
      <Button
        variant={firstRun ? 'filled' : 'default'}
        leftSection={<IconSparkles size="1rem" aria-hidden />}
        loading={making}
        onClick={() => void openSample()}
      >
        Open the sample datacenter…
      </Button>
      <Button
        variant={firstRun ? 'default' : 'filled'}
        leftSection={<IconDatabasePlus size="1rem" aria-hidden />}
        onClick={() => void createWorkspace()}
      >
        New workspace…
      </Button>
      <Button
        variant="default"
        leftSection={<IconFolderOpen size="1rem" aria-hidden />}
        onClick={() => void openWorkspace()}
      >
        Open…
      </Button>
      <p className={styles.note}>
        <span>
          {firstRun
            ? 'The sample holds two sites, 24 racks and about 400 computes to try everything on. '
            : 'A workspace is one file. No server, no account, no network. '}
          You are asked first where to put the file of the sample or of a new workspace.
        </span>
        <span className={styles.keys}>
          <Kbd keys="mod+n" /> new <Kbd keys="mod+o" /> open
        </span>
      </p>
    </section>
  );
}

function Recent({ recent }: { recent: readonly RecentWorkspace[] }) {
  const queries = useQueryClient();
  const forget = (file: string) =>
    void shell('forget', { file }).then((left) => queries.setQueryData(['recent'], left));
  return (
    <section>
      <h2>Recent workspaces</h2>
      <ul className={styles.recent}>
        {recent.map((entry) => (
          <li key={entry.file} className={styles.entry}>
            <button
              type="button"
              className={styles.open}
              disabled={!entry.exists}
              onClick={() => void openWorkspace(entry.file)}
            >
              <span className={styles.name}>{entry.name}</span>
              <span className={styles.path}>{entry.exists ? entry.file : `${entry.file} is not there any more`}</span>
              <span className={styles.when}>{formatMoment(entry.openedAt)}</span>
            </button>
            <RemoveButton label={`Forget ${entry.name}`} onRemove={() => forget(entry.file)} />
          </li>
        ))}
      </ul>
    </section>
  );
}
