import { fail } from '../../../shared/contract/failure.ts';
import type { TopologySpread } from '../../../shared/domain/placement-rule.ts';
import type { ReadDatabase } from '../../db/connection.ts';
import { topologyCounts } from './topology-repository.ts';

export interface TopologyQuestion {
  readonly service: string;
  readonly serviceId: string;
  readonly compute: string;
  readonly computeId: string;
  /** The row about to be written; what it holds now is not counted. */
  readonly assignmentId: string;
  /** Instances it will hold. */
  readonly quantity: number;
}

/**
 * Refuses an assignment after which the values of a spread's key would differ by more than its maxSkew. The planner's rule
 * (planner/topology.ts) over rows: values of active computes are compared, a compute without the key is refused.
 */
export function refuseSkew(
  database: ReadDatabase,
  spreads: readonly TopologySpread[],
  question: TopologyQuestion,
): void {
  const { service, compute, quantity } = question;
  for (const { key, maxSkew } of spreads) {
    const counts = topologyCounts(database, key, question);
    const here = counts.find((entry) => entry.here === 1);
    if (!here)
      return fail(
        'E_PLACEMENT',
        `${compute} has no ${key}, over which ${service} is to be spread. An override needs a reason given with it.`,
      );
    const after = here.count + quantity;
    const others = counts.filter((entry) => entry.eligible === 1 && entry !== here).map((entry) => entry.count);
    const least = Math.min(after, ...others);
    if (after - least > maxSkew)
      fail(
        'E_PLACEMENT',
        `${key} ${here.value} would hold ${after} of ${service} while the least is ${least}; the difference may be ${maxSkew}. An override needs a reason given with it.`,
      );
  }
}
