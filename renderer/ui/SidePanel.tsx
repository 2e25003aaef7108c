import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useEffect, useRef, type ReactNode } from 'react';
import styles from './SidePanel.module.css';
import { useKeyListener } from './use-key-listener.ts';

interface SidePanelProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly actions?: ReactNode;
  readonly footer?: ReactNode;
  readonly children: ReactNode;
}

/** Stands beside the list, never over it. Takes the focus when it opens, gives it back when it closes; Escape closes. */
export function SidePanel({ title, onClose, actions, footer, children }: SidePanelProps) {
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    const first = panel.current?.querySelector<HTMLElement>(
      'input:not([type=hidden]):not([readonly]), select, textarea',
    );
    (first ?? panel.current)?.focus();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  useKeyListener(panel, (event) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.stopPropagation();
    onClose();
  });
  return (
    <aside ref={panel} aria-label={title} tabIndex={-1} className={styles.panel}>
      <div className={styles.head}>
        <h2>{title}</h2>
        <div className={styles.actions}>
          {actions}
          <ActionIcon variant="subtle" color="gray" size="sm" aria-label="Close panel" onClick={onClose}>
            <IconX size="1rem" />
          </ActionIcon>
        </div>
      </div>
      <div className={styles.body}>{children}</div>
      {footer ? <div className={styles.footer}>{footer}</div> : null}
    </aside>
  );
}
