import type { PlacedCandidate } from '../../../shared/contract/plan.ts';
import type { ScoreShape } from '../../../shared/domain/score-shape.ts';
import { pointsOf } from '../../../shared/rules/utilisation-score.ts';
import { ToneIcon } from '../../ui/ToneIcon.tsx';
import { ShapeCurve } from '../score-shape/ShapeCurve.tsx';
import styles from './CandidatePanel.module.css';
import { badgesOf, scoreParts } from './candidate-text.ts';

/** What the score of a candidate is made of, its place on the curve, and what its marks mean. */
export function ScoreDetail({ candidate, shape }: { candidate: PlacedCandidate; shape: ScoreShape }) {
  const badges = badgesOf(candidate);
  return (
    <>
      <ShapeCurve shape={pointsOf(shape)} mark={candidate.utilisation} compact />
      <dl className={styles.parts} aria-label="How the score comes about">
        {scoreParts(candidate, shape).map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {badges.length === 0 ? null : (
        <ul className={styles.marks} aria-label="What the marks mean">
          {badges.map(({ tone, text, meaning }) => (
            <li key={text}>
              <ToneIcon tone={tone} />
              <span>
                <strong>{text}</strong>: {meaning}
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
