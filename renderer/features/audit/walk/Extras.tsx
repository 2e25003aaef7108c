import type { EngineClient } from '../../../bridge/client.ts';
import { ScrollRegion } from '../../../ui/ScrollRegion.tsx';
import { ToneIcon } from '../../../ui/ToneIcon.tsx';
import { classWord } from '../audit-words.ts';
import styles from './Walk.module.css';

type RackExtra = Awaited<ReturnType<EngineClient['audit']['rack']>>['extras'][number];

/** What was seen in this rack and is not expected in it. */
export function Extras({ extras }: { extras: readonly RackExtra[] }) {
  if (extras.length === 0) return null;
  return (
    <section className={styles.extras}>
      <h2>Also seen here</h2>
      <ScrollRegion label="Also seen here" className={styles.extraList}>
        <ul>
          {extras.map((extra) => (
            <li key={extra.observationId}>
              <ToneIcon tone={classWord(extra.class).tone} />
              <strong>{extra.name}</strong>
              <span>
                {classWord(extra.class).label}
                {extra.recordedAt ? `, recorded at ${extra.recordedAt}` : ''}
              </span>
            </li>
          ))}
        </ul>
      </ScrollRegion>
    </section>
  );
}
