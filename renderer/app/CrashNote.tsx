import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { copyDiagnostics } from '../bridge/diagnostics.ts';
import styles from './CrashNote.module.css';

interface CrashNoteProps {
  readonly title: string;
  readonly happened: string;
  /** What to do first. */
  readonly first?: string;
  readonly next: ReactNode;
}

/** What happened, what is safe, and what to do: the same three answers wherever something failed. */
export function CrashNote({ title, happened, first = 'Go on working.', next }: CrashNoteProps) {
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
          {first} If it happens again, copy the diagnostics and send them to whoever looks after the program: they hold
          versions and the log, none of your data.
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
