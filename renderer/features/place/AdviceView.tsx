import type { PlanInput, PlanResult } from '../../../shared/contract/plan.ts';
import { failureFrom, isCancelled } from '../../bridge/failure.ts';
import { ToneIcon } from '../../ui/ToneIcon.tsx';
import styles from './AdviceView.module.css';
import { PlanStatus } from './PlanStatus.tsx';
import { RecommendationCard } from './RecommendationCard.tsx';
import { conflictSentences, gapText } from './recommendation-text.ts';
import { ADVICE_WORDS } from './status-words.ts';
import { useAdvice } from './use-advice.ts';

/** Nothing fits: which rules exclude everything, what would help, cheapest first, and how large the gap is. */
export function AdviceView({ input, result }: { input: PlanInput; result: PlanResult }) {
  const following = useAdvice(input);
  const { answer: data, error, isOld } = following;
  const gap = data?.gap ? gapText(data.gap) : null;
  return (
    <div className={styles.advice}>
      {conflictSentences(result.conflict).map((sentence) => (
        <p key={sentence} className={styles.conflict}>
          <ToneIcon tone="bad" /> {sentence}
        </p>
      ))}
      <PlanStatus following={following} words={ADVICE_WORDS} />
      {error && !isCancelled(error) ? <p className={styles.conflict}>{failureFrom(error).message}</p> : null}
      {data && !isOld ? (
        <ol className={styles.cards} aria-label="What would help">
          {data.recommendations.map((recommendation, index) => (
            <RecommendationCard key={index} recommendation={recommendation} />
          ))}
        </ol>
      ) : null}
      {!data && !error && !following.isCancelled && !following.stage ? (
        <p className={styles.looking}>Looking for what would help…</p>
      ) : null}
      {gap && !isOld ? (
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
