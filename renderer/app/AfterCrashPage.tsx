import { Button } from '@mantine/core';
import { navigate } from '../ui/location.ts';
import { CrashNote } from './CrashNote.tsx';
import styles from './CrashNote.module.css';

/** Shown when the window's own process ended and main has started it again. */
export function AfterCrashPage() {
  return (
    <main className={styles.page}>
      <CrashNote
        title="The window stopped and was started again"
        happened="The part of the program that draws the window ended unexpectedly. The part that holds your workspace went on."
        next={
          <Button autoFocus onClick={() => navigate('#/', { replace: true })}>
            Go on
          </Button>
        }
      />
    </main>
  );
}
