import type { PlanSummary, ReasonCount } from '../../shared/domain/plan.ts';
import { resourceAt } from './amounts.ts';
import { failedRules, type CompiledPlan } from './compiled-plan.ts';
import { compareText } from './figures.ts';
import type { Ranking } from './rank.ts';
import { missingAmount } from './rejections.ts';

interface Tally {
  count: number;
  alone: number;
}

function tally(ranking: Ranking): Tally[] {
  const tallies = ranking.plan.rules.map((): Tally => ({ count: 0, alone: 0 }));
  ranking.scan.histogram.forEach((count, code) => {
    if (count === 0) return;
    const failed = failedRules(ranking.plan, code);
    for (const index of failed) {
      const entry = tallies[index];
      if (!entry) continue;
      entry.count += count;
      if (failed.length === 1) entry.alone += count;
    }
  });
  return tallies;
}

/** The row least short of a resource: among rows rejected by it alone where there are any, else among all it rejects. */
function closestRow(ranking: Ranking, resource: number, alone: boolean): ReasonCount['closest'] {
  const { plan, scan } = ranking;
  const { columns } = plan;
  let [closest, shortest] = [-1, Infinity];
  scan.codes.forEach((code, row) => {
    if (code <= 0 || (alone ? code !== 1 << resource : ((code >> resource) & 1) === 0)) return;
    const short = missingAmount(ranking, row, resource);
    if (short < shortest || (short === shortest && comesFirst(plan, row, closest))) [closest, shortest] = [row, short];
  });
  if (closest < 0) return null;
  return {
    computeId: columns.ids[closest] ?? '',
    compute: columns.names[closest] ?? '',
    resource: resourceAt(resource),
    short: shortest,
  };
}

function comesFirst({ columns }: CompiledPlan, row: number, other: number): boolean {
  const names = compareText(columns.names[row] ?? '', columns.names[other] ?? '');
  return (names || compareText(columns.ids[row] ?? '', columns.ids[other] ?? '')) < 0;
}

/**
 * How many computes each rule rejects, and how many it rejects on its own, most frequent first (ties in rule order);
 * for resources also the closest miss. `summaryText` (shared/rules/placement-reason-text.ts) writes it as one line.
 */
export function summarise(ranking: Ranking): PlanSummary {
  const { plan } = ranking;
  const reasons = tally(ranking).flatMap(({ count, alone }, index): ReasonCount[] => {
    const rule = plan.rules[index];
    if (!rule || count === 0) return [];
    const resource = plan.resourceRule.indexOf(index);
    return [{ ...rule, count, alone, closest: resource < 0 ? null : closestRow(ranking, resource, alone > 0) }];
  });
  return {
    service: plan.request.service.name,
    quantity: plan.request.quantity,
    computes: ranking.computeCount,
    candidates: ranking.candidateCount,
    rejected: ranking.rejectedCount,
    reasons: reasons.toSorted((left, right) => right.count - left.count),
  };
}
