import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { copyDiagnostics } from '../bridge/diagnostics.ts';
import styles from './CrashNote.module.css';

/** What happened, what is safe, and what to do: the same three answers wherever something failed. */
export function CrashNote({ title, happened, next }: { title: string; happened: string; next: ReactNode }) {
  return (
    <div className={styles.note}>
      <h1 tabIndex={-1}>{title}</h1>
      <dl>
        <dt>What happened</dt>
        <dd>{happened}</dd>
        <dt>What is safe</dt>
        <dd>
          Everything the program showed as saved is on the disk. A field that was being typed and not yet saved is lost.
        </dd>
        <dt>What to do</dt>
        <dd>
          Go on working. If it happens again, copy the diagnostics and send them to whoever looks after the program:
          they hold versions and the log, none of your data.
        </dd>
      </dl>
      <div className={styles.buttons}>
        {next}
        <Button variant="default" onClick={() => void copyDiagnostics()}>
          Copy diagnostics
        </Button>
      </div>
    </div>
  );
}
