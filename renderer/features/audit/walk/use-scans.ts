import { useState } from 'react';
import type { ScanAnswer } from '../../../../shared/contract/audit-schemas.ts';
import type { ObservationClass } from '../../../../shared/domain/audit-words.ts';
import { client } from '../../../bridge/client.ts';
import { failureFrom } from '../../../bridge/failure.ts';
import type { Tone } from '../../../ui/ToneIcon.tsx';
import { playClass, playWarning } from './sounds.ts';
import { ScanQueue, type ScanQueueState } from './scan-queue.ts';

export type ScanSource = 'scanner' | 'typed' | 'paste' | 'file' | 'camera';

/** What the last reading turned out to be: one scan, or many lines at once. */
export interface LastScan {
  readonly answers: readonly ScanAnswer[];
  /** Only of many lines: how many of each class. */
  readonly counts: readonly { readonly class: ObservationClass; readonly count: number }[];
}

/** What a step that is no scan has come to. */
export interface Said {
  readonly tone: Tone;
  readonly text: string;
}

export interface Scans {
  readonly queue: ScanQueue<ScanSource, LastScan>;
  readonly state: ScanQueueState<ScanSource>;
  readonly last: LastScan | null;
  readonly said: Said | null;
  readonly show: (last: LastScan) => void;
  /** Says it in the place of the last scan. */
  readonly say: (said: Said) => void;
  readonly take: (text: string, source: ScanSource) => void;
}

async function store(session: string, text: string, source: ScanSource): Promise<LastScan> {
  if (text.includes('\n')) return client.audit.scanMany({ session, text, source });
  const { more, ...answer } = await client.audit.scan({ session, text, source });
  return { answers: [answer, ...more], counts: [] };
}

/** The class worth hearing of several: the one that asks for a look. */
function heard({ answers }: LastScan): ObservationClass | null {
  const odd = answers.find((answer) => answer.class !== null && answer.class !== 'here');
  return (odd ?? answers.at(-1))?.class ?? null;
}

const NOTHING: ScanQueueState<ScanSource> = { waiting: [], failure: null };

/** What is read in the scan field: stored first, then shown and heard. */
export function useScans(session: string): Scans {
  const [state, setState] = useState(NOTHING);
  const [{ last, said }, setShown] = useState<{ last: LastScan | null; said: Said | null }>({ last: null, said: null });
  const show = (scan: LastScan) => setShown({ last: scan, said: null });
  const say = (next: Said) => setShown({ last: null, said: next });
  const [queue] = useState(
    () =>
      new ScanQueue<ScanSource, LastScan>({
        store: ({ text, source }) => store(session, text, source),
        onStored: (stored) => {
          setShown({ last: stored, said: null });
          playClass(heard(stored));
        },
        onState: (next) => {
          setState(next);
          if (next.failure) playWarning();
        },
        failureOf: failureFrom,
      }),
  );
  const take = (text: string, source: ScanSource) => {
    const read = text.trim();
    if (read !== '') queue.add({ text: read, source });
  };
  return { queue, state, last, said, show, say, take };
}
