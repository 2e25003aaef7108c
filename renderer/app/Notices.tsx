import { ActionIcon, Button } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useNotices, type Notice } from '../bridge/notices.ts';
import { ToneIcon } from '../ui/ToneIcon.tsx';
import styles from './Notices.module.css';

const READING_TIME_MS = 8000;

function NoticeCard({ notice, onDismiss }: { notice: Notice; onDismiss: () => void }) {
  const stays = notice.tone === 'bad';
  useEffect(() => {
    if (stays) return undefined;
    const timer = setTimeout(onDismiss, READING_TIME_MS);
    return () => clearTimeout(timer);
  }, [stays, onDismiss]);
  return (
    <li className={styles.notice}>
      <ToneIcon tone={notice.tone} />
      <span className={styles.text}>{notice.text}</span>
      {notice.action ? (
        <Button
          variant="subtle"
          size="compact-xs"
          onClick={() => {
            notice.action?.run();
            onDismiss();
          }}
        >
          {notice.action.label}
        </Button>
      ) : null}
      <ActionIcon variant="subtle" color="gray" size="xs" aria-label="Dismiss" onClick={onDismiss}>
        <IconX size="0.875rem" />
      </ActionIcon>
    </li>
  );
}

/** What notices cover of the window's lower edge, `--notices-height`, for screens that keep buttons there. */
function keepHeightKnown(corner: HTMLElement | null): () => void {
  if (!corner) return () => undefined;
  const root = document.documentElement;
  const observer = new ResizeObserver(() => {
    const covered = corner.offsetHeight === 0 ? 0 : window.innerHeight - corner.getBoundingClientRect().top;
    root.style.setProperty('--notices-height', `${covered}px`);
  });
  observer.observe(corner);
  return () => observer.disconnect();
}

/** What happened, at the bottom of the window; read aloud, gone by itself unless it is a failure. */
export function Notices() {
  const { notices, dismiss } = useNotices();
  const corner = useRef<HTMLDivElement>(null);
  useEffect(() => keepHeightKnown(corner.current), []);
  return (
    <div ref={corner} className={styles.corner} role="status" aria-live="polite" aria-label="Notices">
      <ul>
        {notices.map((notice) => (
          <NoticeCard key={notice.id} notice={notice} onDismiss={() => dismiss(notice.id)} />
        ))}
      </ul>
    </div>
  );
}
