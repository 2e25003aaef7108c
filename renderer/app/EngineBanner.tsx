import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useEngineState } from '../bridge/engine-state.ts';
import type { Tone } from '../bridge/notices.ts';
import { reopenWorkspace } from '../features/workspace/use-files.ts';
import { ToneIcon } from '../ui/ToneIcon.tsx';
import { hrefOf, navigate } from '../ui/location.ts';
import { classes } from '../ui/classes.ts';
import styles from './Shell.module.css';

interface Banner {
  readonly tone: Tone;
  readonly text: string;
  /** What leads on from here. */
  readonly way?: { readonly label: string; readonly run: () => void };
}

/** What the user must know of the engine; stays until it is no longer true, the restart until it is read. */
export function EngineBanner() {
  const { banner, dismiss } = useBanner();
  if (!banner) return null;
  return (
    <div className={classes(styles.banner, styles[`banner-${banner.tone}`])} role="status">
      <ToneIcon tone={banner.tone} />
      <span>{banner.text}</span>
      <div className={styles.bannerTools}>
        {banner.way ? (
          <Button size="compact-xs" onClick={banner.way.run}>
            {banner.way.label}
          </Button>
        ) : null}
        {dismiss ? (
          <Button size="compact-xs" variant="default" onClick={dismiss}>
            Dismiss
          </Button>
        ) : null}
      </div>
    </div>
  );
}

function useBanner(): { banner: Banner | null; dismiss: (() => void) | null } {
  const { phase, mode, generation, failure, file } = useEngineState();
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
    const way = { label: 'Salvage or restore…', run: () => navigate(hrefOf(['damage'])) };
    return { banner: { tone: 'bad', text, way }, dismiss: null };
  }
  if (told === generation && told > 0) {
    return {
      banner: { tone: 'good', text: 'The engine stopped and was restarted; nothing saved was lost.' },
      dismiss: () => setTold(0),
    };
  }
  if (mode === 'readonly') {
    const text = failure?.message ?? 'This workspace is open for reading only; nothing can be changed.';
    // The disk failed while it was open for writing: it may be tried again.
    if (failure?.details?.['openAgain'] !== true || file === null)
      return { banner: { tone: 'info', text }, dismiss: null };
    const way = { label: 'Open it again', run: () => void reopenWorkspace(file) };
    return { banner: { tone: 'bad', text, way }, dismiss: null };
  }
  return { banner: null, dismiss: null };
}
