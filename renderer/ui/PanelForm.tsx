import { useRef, type ReactNode } from 'react';
import styles from './PanelForm.module.css';
import { useKeyListener } from './use-key-listener.ts';

/** A form around a side panel: Enter in a line, or Ctrl/Cmd-Enter anywhere, saves. */
export function PanelForm({ onSubmit, children }: { onSubmit: () => void; children: ReactNode }) {
  const form = useRef<HTMLFormElement>(null);
  useKeyListener(form, (event) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    form.current?.requestSubmit();
  });
  return (
    <form
      ref={form}
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      {children}
    </form>
  );
}
