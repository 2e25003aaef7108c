import type { Recommendation } from '../../../shared/domain/plan-recommendation.ts';
import type { ReadDatabase } from '../../db/connection.ts';
import type { PlannerColumns } from '../../planner/columns.ts';
import type { Ranking } from '../../planner/rank.ts';

/** What would make the request fit, cheapest kind first. */
export function recommendationsFor(
  _database: ReadDatabase,
  _columns: PlannerColumns,
  _ranking: Ranking,
): Recommendation[] {
  return [];
}
