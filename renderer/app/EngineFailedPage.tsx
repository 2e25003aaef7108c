import { Button } from '@mantine/core';
import { CrashNote } from './CrashNote.tsx';
import styles from './CrashNote.module.css';

/** Shown when the engine stopped so often that it is not started again. */
export function EngineFailedPage() {
  return (
    <main className={styles.page}>
      <CrashNote
        title="The engine stopped and is not started again"
        happened="The part of the program that holds your workspace stopped several times in a minute, each time before it could answer. The workspace is closed."
        first="Close the program and open it again; the workspace is checked when it is opened."
        next={
          <Button autoFocus onClick={() => window.close()}>
            Close the program
          </Button>
        }
      />
    </main>
  );
}
