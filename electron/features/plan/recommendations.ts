import type { Recommendation } from '../../../shared/domain/plan-recommendation.ts';
import type { PlacementRules } from '../../../shared/domain/placement-rule.ts';
import { placementContradictions } from '../../../shared/rules/placement-contradictions.ts';
import type { ReadDatabase } from '../../db/connection.ts';
import type { Ranking } from '../../planner/rank.ts';
import { recommendationsOf } from '../../planner/recommend.ts';
import { catalogueOf, stockOf } from './catalogue-repository.ts';
import { allServices } from './service-repository.ts';

/** What would make the request fit, in the order of what it disturbs and costs; drawn from services, parts and catalogue. */
export function recommendationsFor(database: ReadDatabase, ranking: Ranking): Recommendation[] {
  const catalogue = catalogueOf(database);
  const { placement } = ranking.plan.request.service;
  return recommendationsOf(ranking, {
    services: allServices(database),
    stock: stockOf(database, catalogue.parts),
    ...(admitsNothing(placement) ? {} : { catalogue }),
  });
}

/** Rules that no machine can satisfy, whatever its tags: buying one would not help. */
function admitsNothing(placement: PlacementRules): boolean {
  return placementContradictions(placement).some(
    ({ path }) => path.startsWith('affinity') || /^antiAffinity\[\d+\]$/.test(path),
  );
}
