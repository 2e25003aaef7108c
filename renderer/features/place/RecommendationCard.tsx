import {
  IconAdjustmentsHorizontal,
  IconArrowsExchange,
  IconCirclePlus,
  IconShoppingCart,
  type Icon,
} from '@tabler/icons-react';
import type { Recommendation } from '../../../shared/domain/plan-recommendation.ts';
import { objectHref } from '../../ui/location.ts';
import styles from './AdviceView.module.css';
import { recommendationText } from './recommendation-text.ts';

const SYMBOLS: Readonly<Record<Recommendation['kind'], readonly [Icon, string]>> = {
  relax: [IconAdjustmentsHorizontal, 'Ask for less'],
  move: [IconArrowsExchange, 'Move something'],
  upgrade: [IconCirclePlus, 'Add parts'],
  buy: [IconShoppingCart, 'Buy'],
};

interface RecommendationCardProps {
  readonly recommendation: Recommendation;
  /** What it would help, where that is not the one thing asked for. */
  readonly about?: string;
}

/** One thing that would make it fit. */
export function RecommendationCard({ recommendation, about }: RecommendationCardProps) {
  const [Symbol, kind] = SYMBOLS[recommendation.kind];
  const { title, lines } = recommendationText(recommendation);
  const compute = 'computeId' in recommendation ? recommendation : null;
  return (
    <li className={styles.card}>
      <span className={styles.kind}>
        <Symbol size="1rem" aria-hidden /> {kind}
      </span>
      <div>
        <h3>
          {title}
          {about === undefined ? '' : ` for ${about}`}
        </h3>
        {lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
        {compute ? <a href={objectHref('compute', compute.computeId) ?? '#'}>Look at {compute.compute}</a> : null}
      </div>
    </li>
  );
}
