import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { Kbd } from '../../../ui/Kbd.tsx';
import { Refusal } from '../../../ui/Notice.tsx';
import styles from '../walk/Walk.module.css';
import { CameraReader } from './camera-reader.ts';

interface CameraPanelProps {
  readonly onText: (text: string) => void;
  readonly onClose: () => void;
}

/** What the camera sees; every code in it is taken as a scan. */
export function CameraPanel({ onText, onClose }: CameraPanelProps) {
  const video = useRef<HTMLVideoElement>(null);
  const taken = useRef(onText);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    taken.current = onText;
  });
  useEffect(() => {
    if (!video.current) return undefined;
    const reader = new CameraReader({
      video: video.current,
      onText: (text) => taken.current(text),
      onProblem: setProblem,
    });
    void reader.start();
    return () => reader.stop();
  }, []);
  return (
    <section className={styles.camera} aria-label="Camera">
      <video ref={video} muted playsInline aria-label="What the camera sees" />
      {problem ? <Refusal>{problem}</Refusal> : <p className={styles.hint}>Hold a label before the camera.</p>}
      <Button variant="default" onClick={onClose}>
        Close<span className="visually-hidden"> the camera</span>&nbsp;
        <Kbd keys="mod+shift+c" />
      </Button>
    </section>
  );
}
