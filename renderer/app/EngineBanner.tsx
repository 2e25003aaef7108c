import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useEngineState } from '../bridge/engine-state.ts';
import type { Tone } from '../bridge/notices.ts';
import { RestoreDialog } from '../features/workspace/RestoreDialog.tsx';
import { ToneIcon } from '../ui/ToneIcon.tsx';
import { classes } from '../ui/classes.ts';
import styles from './Shell.module.css';

interface Banner {
  readonly tone: Tone;
  readonly text: string;
  readonly restore?: boolean;
}

/** What the user must know of the engine; stays until it is no longer true, the restart until it is read. */
export function EngineBanner() {
  const { banner, dismiss } = useBanner();
  const [restoring, setRestoring] = useState(false);
  if (!banner) return null;
  return (
    <div className={classes(styles.banner, styles[`banner-${banner.tone}`])} role="status">
      <ToneIcon tone={banner.tone} />
      <span>{banner.text}</span>
      <div className={styles.bannerTools}>
        {banner.restore ? (
          <Button size="compact-xs" onClick={() => setRestoring(true)}>
            Restore a backup…
          </Button>
        ) : null}
        {dismiss ? (
          <Button size="compact-xs" variant="default" onClick={dismiss}>
            Dismiss
          </Button>
        ) : null}
      </div>
      {restoring ? <RestoreDialog onClose={() => setRestoring(false)} /> : null}
    </div>
  );
}

function useBanner(): { banner: Banner | null; dismiss: (() => void) | null } {
  const { phase, mode, generation, failure } = useEngineState();
  const restarted = useRef(false);
  const [told, setTold] = useState(0);
  useEffect(() => {
    if (phase === 'restarting') restarted.current = true;
    if (phase === 'ready' && restarted.current) {
      restarted.current = false;
      setTold(generation);
    }
  }, [phase, generation]);
  if (phase === 'restarting')
    return {
      banner: { tone: 'attention', text: 'The engine stopped. It is being restarted; please wait a moment.' },
      dismiss: null,
    };
  if (mode === 'corrupt') {
    const text =
      failure?.message ?? 'This workspace is damaged. It is open for reading only, and a backup can be restored.';
    return { banner: { tone: 'bad', text, restore: true }, dismiss: null };
  }
  if (told === generation && told > 0) {
    return {
      banner: { tone: 'good', text: 'The engine stopped and was restarted; nothing saved was lost.' },
      dismiss: () => setTold(0),
    };
  }
  if (mode === 'readonly') {
    const text = failure?.message ?? 'This workspace is open for reading only; nothing can be changed.';
    return { banner: { tone: 'info', text }, dismiss: null };
  }
  return { banner: null, dismiss: null };
}
