import type { PlanService } from '../../shared/domain/plan.ts';
import type { AdviceProgress, Recommendation } from '../../shared/domain/plan-recommendation.ts';
import type { Catalogue } from './catalogue.ts';
import { movesFor } from './moves.ts';
import { DEFAULT_PURCHASE, purchaseFor, type PurchaseOptions } from './purchase.ts';
import type { Ranking } from './rank.ts';
import { relaxationsOf } from './relaxations.ts';
import type { Turns } from './turns.ts';
import { upgradesFor, type UpgradeStock } from './upgrades.ts';

/** What the recommendations may draw on, as plain data; an absent source is not recommended from. */
export interface RecommendationSources {
  /** Services by id, for moving what already runs. */
  readonly services?: ReadonlyMap<string, PlanService>;
  readonly stock?: UpgradeStock;
  readonly catalogue?: Catalogue;
  readonly purchase?: PurchaseOptions;
}

/**
 * What to do when nothing fits, in the order of what it disturbs and costs: relax a rule, move a service, add parts, buy.
 * Everything but a purchase is proven by planning again. Empty when the request has a candidate.
 *
 * Yields how far it is after each small piece of work; the columns must not change until it has returned.
 */
export function* recommendationsOf(
  ranking: Ranking,
  sources: RecommendationSources = {},
): Turns<AdviceProgress, Recommendation[]> {
  if (ranking.candidateCount > 0) return [];
  const { services, stock, catalogue, purchase = DEFAULT_PURCHASE } = sources;
  const relaxations = yield* relaxationsOf(ranking);
  const moves = services ? yield* movesFor(ranking, services) : [];
  const upgrades = stock ? yield* upgradesFor(ranking, stock) : [];
  const offer = catalogue ? yield* purchaseFor(ranking.plan.request, catalogue, purchase) : null;
  return [...relaxations, ...moves, ...upgrades, ...(offer ? [offer] : [])];
}
