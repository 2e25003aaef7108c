import { useQuery } from '@tanstack/react-query';
import type { PlanInput, PlanResult } from '../../../shared/contract/plan.ts';
import { api } from '../../bridge/client.ts';
import { ToneIcon } from '../../ui/ToneIcon.tsx';
import styles from './AdviceView.module.css';
import { RecommendationCard } from './RecommendationCard.tsx';
import { conflictSentences, gapText } from './recommendation-text.ts';

/** Nothing fits: which rules exclude everything, what would help, cheapest first, and how large the gap is. */
export function AdviceView({ input, result }: { input: PlanInput; result: PlanResult }) {
  const { data } = useQuery(api.plan.recommend.queryOptions({ input }));
  const gap = data?.gap ? gapText(data.gap) : null;
  return (
    <div className={styles.advice}>
      {conflictSentences(result.conflict).map((sentence) => (
        <p key={sentence} className={styles.conflict}>
          <ToneIcon tone="bad" /> {sentence}
        </p>
      ))}
      {data ? (
        <ol className={styles.cards} aria-label="What would help">
          {data.recommendations.map((recommendation, index) => (
            <RecommendationCard key={index} recommendation={recommendation} />
          ))}
        </ol>
      ) : (
        <p className={styles.looking}>Looking for what would help…</p>
      )}
      {gap ? (
        <section className={styles.gap} aria-label="The gap">
          <h3>{gap.title}</h3>
          {gap.lines.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </section>
      ) : null}
    </div>
  );
}
