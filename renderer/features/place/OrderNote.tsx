import type { ScoreShape } from '../../../shared/domain/score-shape.ts';
import styles from './PlacePage.module.css';
import { orderWish, tieWords } from './shape-words.ts';

/** What the order of the candidates wishes for, and what decides between equal scores. */
export function OrderNote({ shape }: { shape: ScoreShape }) {
  return (
    <details className={styles.order}>
      <summary>{orderWish(shape)}</summary>
      <p>Between equal scores decide, in this order:</p>
      <ol>
        {tieWords(shape).map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ol>
    </details>
  );
}
