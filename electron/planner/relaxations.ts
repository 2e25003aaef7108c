import type { PlanRule } from '../../shared/domain/plan.ts';
import type { AdviceProgress, Relaxation, RelaxationStep } from '../../shared/domain/plan-recommendation.ts';
import { amountAt, stateAt } from './columns.ts';
import { resourceAt } from './amounts.ts';
import { correctionSetsOf, ruleSetOf, type RuleSet } from './conflict.ts';
import { failedRules } from './compiled-plan.ts';
import { keptFree, leastNeed } from './demand.ts';
import { compareText } from './figures.ts';
import { rank, type Ranking } from './rank.ts';
import { relaxColumns, relaxRequest } from './relax.ts';
import { shortage } from './rejections.ts';
import type { Turns } from './turns.ts';

/** How many correction sets are turned into relaxations and verified, smallest sets first. */
const TRIED_SETS = 20;

interface Proposal {
  readonly row: number;
  readonly steps: readonly RelaxationStep[];
  readonly missing: number;
}

function dropRule(rule: PlanRule): RelaxationStep {
  return { kind: 'dropRule', rule };
}

/** Lowers the buffer when only that is in the way, else the need: to the most that fits beside the buffer, per instance. */
function resourceStep({ plan }: Ranking, row: number, resource: number): RelaxationStep {
  const { columns, demand } = plan;
  const booking = plan.bookings.get(row) ?? null;
  const key = resourceAt(resource);
  const total = amountAt(columns.total, row, resource);
  const free = total - amountAt(columns.used, row, resource);
  const fraction = demand.buffer[resource] ?? 0;
  const need = leastNeed(demand, booking, resource);
  if (need <= free)
    return { kind: 'lowerBuffer', resource: key, from: fraction, to: Math.floor(((free - need) / total) * 1e4) / 1e4 };
  const room = free - keptFree(total, fraction);
  const held = booking ? booking.quantity * (booking.allocated[resource] ?? 0) : 0;
  const shared = Math.floor((room + held) / (demand.quantity + (booking?.quantity ?? 0)));
  const to = Math.max(0, Math.min(Math.floor(room / demand.quantity), shared));
  return { kind: 'lowerNeed', resource: key, from: demand.min[resource] ?? 0, to };
}

function ruleStep(ranking: Ranking, row: number, index: number): RelaxationStep | null {
  const { plan } = ranking;
  const { columns, request } = plan;
  const entry = plan.rowRules[index];
  if (!entry) return resourceStep(ranking, row, plan.resourceRule.indexOf(index));
  switch (entry.kind) {
    case 'state':
      return {
        kind: 'activate',
        computeId: columns.ids[row] ?? '',
        compute: columns.names[row] ?? '',
        state: stateAt(columns, row) ?? '',
      };
    case 'spread': {
      const running = plan.bookings.get(row)?.quantity ?? 0;
      return { kind: 'raiseSpread', from: request.service.placement.spreadMax, to: running + request.quantity };
    }
    case 'topology': {
      const outcome = entry.limit.outcomeAt(row);
      if (!outcome) return dropRule(entry.rule);
      const { key, maxSkew } = entry.limit.spread;
      return { kind: 'raiseSkew', rule: entry.rule.rule, key, from: maxSkew, to: outcome.after - outcome.least };
    }
    default:
      return dropRule(entry.rule);
  }
}

/** Per correction set, the row with the smallest shortage (then name, id) among those failing exactly it. */
function closestPerSet(ranking: Ranking, sets: ReadonlySet<RuleSet>): Map<RuleSet, Proposal> {
  const { plan, scan } = ranking;
  const { names, ids } = plan.columns;
  const setOfCode = new Map<number, RuleSet>();
  scan.histogram.forEach((count, code) => {
    const set = count > 0 ? ruleSetOf(failedRules(plan, code)) : 0n;
    if (set !== 0n && sets.has(set)) setOfCode.set(code, set);
  });
  const closest = new Map<RuleSet, Proposal>();
  scan.codes.forEach((code, row) => {
    const set = setOfCode.get(code);
    if (set === undefined) return;
    const missing = shortage(ranking, row);
    const best = closest.get(set);
    const order = best
      ? missing - best.missing ||
        compareText(names[row] ?? '', names[best.row] ?? '') ||
        compareText(ids[row] ?? '', ids[best.row] ?? '')
      : -1;
    if (order < 0) closest.set(set, { row, steps: [], missing });
  });
  for (const [set, proposal] of closest) {
    const failed = failedRules(plan, scan.codes[proposal.row] ?? 0);
    const steps = failed.flatMap((index) => ruleStep(ranking, proposal.row, index) ?? []);
    closest.set(set, { ...proposal, steps });
  }
  return closest;
}

/** Plans again with the steps taken; null when the compute then still does not fit. */
function verified({ plan }: Ranking, steps: readonly RelaxationStep[], computeId: string): Relaxation | null {
  const columns = relaxColumns(plan.columns, steps);
  const again = rank(columns, { ...relaxRequest(plan.request, steps), top: 1 });
  const row = columns.rowOf.get(computeId) ?? -1;
  if (again.scan.codes[row] !== 0) return null;
  const compute = columns.names[row] ?? '';
  return {
    kind: 'relax',
    computeId,
    compute,
    steps: [...steps],
    candidatesAfter: again.candidateCount,
    verified: true,
  };
}

/** The most instances that fit on one compute, by bisection: a smaller quantity never removes a candidate. */
function* smallerQuantity(ranking: Ranking, progress: AdviceProgress): Turns<AdviceProgress, Relaxation | null> {
  const { request, columns } = ranking.plan;
  let [fits, fails] = [0, request.quantity];
  while (fails - fits > 1) {
    yield progress;
    const middle = (fits + fails) >> 1;
    if (rank(columns, { ...request, quantity: middle, top: 1 }).candidateCount > 0) fits = middle;
    else fails = middle;
  }
  if (fits === 0) return null;
  const [best] = rank(columns, { ...request, quantity: fits, top: 1 }).candidates;
  if (!best) return null;
  return verified(ranking, [{ kind: 'lowerQuantity', from: request.quantity, to: fits }], best.computeId);
}

/**
 * The smallest changes after which the request fits somewhere, each proven by planning again: for every minimal correction
 * set the compute that needs the least of it. Fewest changes first, then the smallest shortage. Empty when something fits.
 */
export function* relaxationsOf(ranking: Ranking, limit = 10): Turns<AdviceProgress, Relaxation[]> {
  if (ranking.candidateCount > 0) return [];
  const { ids, names } = ranking.plan.columns;
  const sets = new Set([...correctionSetsOf(ranking).keys()].slice(0, TRIED_SETS));
  const proposals = [...closestPerSet(ranking, sets).values()].toSorted(
    (left, right) =>
      left.steps.length - right.steps.length ||
      left.missing - right.missing ||
      compareText(names[left.row] ?? '', names[right.row] ?? '') ||
      compareText(ids[left.row] ?? '', ids[right.row] ?? ''),
  );
  const total = proposals.length;
  const found: Relaxation[] = [];
  for (const [done, { row, steps }] of proposals.entries()) {
    yield { phase: 'relaxing', done, total };
    const relaxation = verified(ranking, steps, ids[row] ?? '');
    if (relaxation) found.push(relaxation);
  }
  const fewer = yield* smallerQuantity(ranking, { phase: 'relaxing', done: total, total });
  return [...(fewer ? [fewer] : []), ...found].slice(0, limit);
}
