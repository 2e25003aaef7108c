import { Button } from '@mantine/core';
import { useState } from 'react';
import { RemoveButton } from '../../ui/RemoveButton.tsx';
import { ToneIcon } from '../../ui/ToneIcon.tsx';
import { formatCount } from '../../ui/format.ts';
import styles from './Part.module.css';

/** More would make each further scan of a long delivery wait for the drawing of all before it. */
const NEWEST_SHOWN = 12;

interface BurstLinesProps {
  readonly label: string;
  readonly lines: readonly string[];
  /** Why a line is doubtful: `scanned twice`. */
  readonly doubtOf: (index: number) => string | undefined;
  readonly onLines: (lines: readonly string[]) => void;
}

/** What was scanned, the newest first: the last dozen, all that is doubtful, and the rest on demand. */
export function BurstLines({ label, lines, doubtOf, onLines }: BurstLinesProps) {
  const [whole, setWhole] = useState(false);
  if (lines.length === 0) return null;
  const all = lines.map((line, index) => ({ line, index, doubt: doubtOf(index) })).toReversed();
  const shown = whole ? all : all.filter(({ doubt }, at) => at < NEWEST_SHOWN || doubt !== undefined);
  return (
    <>
      <ol className={styles.lines} aria-label={`${label}, lines`}>
        {shown.map(({ line, index, doubt }) => (
          <li key={`${index}-${line}`} className={doubt ? styles.doubt : undefined}>
            <span className={styles.number}>{index + 1}</span>
            <code>{line}</code>
            {doubt ? (
              <span className={styles.why}>
                <ToneIcon tone="attention" />
                {doubt}
              </span>
            ) : null}
            <RemoveButton label={`Take out line ${index + 1}`} onRemove={() => onLines(lines.toSpliced(index, 1))} />
          </li>
        ))}
      </ol>
      {all.length > NEWEST_SHOWN ? (
        <Button variant="subtle" size="compact-xs" onClick={() => setWhole(!whole)}>
          {whole ? 'Show the newest only' : `Show all ${formatCount(all.length)}`}
        </Button>
      ) : null}
    </>
  );
}
