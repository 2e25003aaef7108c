import type { PlanResult } from '../../../../shared/contract/plan.ts';
import { ReportSection } from '../../print/ReportSection.tsx';
import { conflictSentences, gapText, recommendationText, type RecommendationText } from '../recommendation-text.ts';

/** What would make it fit, cheapest first, where nothing does. */
export function AdvicePaper({ plan }: { plan: PlanResult }) {
  const advice = [...plan.recommendations.map(recommendationText), ...(plan.gap ? [gapText(plan.gap)] : [])];
  if (plan.summary.candidates > 0 || advice.length === 0) return null;
  return (
    <ReportSection title="What would help">
      {conflictSentences(plan.conflict).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {advice.map((entry, index) => (
        <Advice key={index} advice={entry} number={index + 1} />
      ))}
    </ReportSection>
  );
}

function Advice({ advice, number }: { advice: RecommendationText; number: number }) {
  return (
    <section aria-label={advice.title}>
      <p>
        <strong>
          {number}. {advice.title}
        </strong>
      </p>
      {advice.lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </section>
  );
}
