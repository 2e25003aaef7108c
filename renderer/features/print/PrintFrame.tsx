import './print.css';
import { Portal } from '@mantine/core';
import { useEffect, type ReactNode } from 'react';
import { PrintButtons } from './PrintButtons.tsx';
import styles from './PrintFrame.module.css';

interface PrintFrameProps {
  /** What is printed here, as a screen reader says it. */
  readonly label: string;
  readonly title: string;
  /** What a file of it is called. */
  readonly fileName: string;
  readonly controls: ReactNode;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Sheets of paper over the window, with the choices above them; on paper there is nothing but the sheets. */
export function PrintFrame({ label, title, fileName, controls, onClose, children }: PrintFrameProps) {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => event.key === 'Escape' && onClose();
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [onClose]);
  // Beside the program's own element, so that printing can leave that out.
  return (
    <Portal reuseTargetNode={false}>
      <div className={`print-sheets ${styles.screen}`} role="dialog" aria-modal="true" aria-label={label}>
        <div className={styles.bar}>
          <h1>{title}</h1>
          {controls}
          <PrintButtons name={fileName} onClose={onClose} />
        </div>
        {children}
      </div>
    </Portal>
  );
}
