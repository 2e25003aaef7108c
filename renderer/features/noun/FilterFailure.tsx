import { z } from 'zod';
import type { Failure } from '../../../shared/contract/failure.ts';
import styles from './FilterBox.module.css';

const placeSchema = z.object({ position: z.int().min(0), length: z.int().min(0).optional() });

/** The query with the place marked that is not understood, and why. */
export function FilterFailure({ text, failure }: { text: string; failure: Failure }) {
  const place = placeSchema.safeParse(failure.details);
  const start = place.success ? Math.min(place.data.position, text.length) : null;
  const end = start === null ? 0 : start + Math.max(1, place.data?.length ?? 1);
  return (
    <div className={styles.failure} role="alert">
      {start === null ? null : (
        <code className={styles.code}>
          {text.slice(0, start)}
          <mark>{text.slice(start, end) || ' '}</mark>
          {text.slice(end)}
        </code>
      )}
      <span>{failure.message}</span>
    </div>
  );
}
