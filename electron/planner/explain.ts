import type { PlanRule, RejectionReason, TermMiss, Verdict } from '../../shared/domain/plan.ts';
import type { SelectorTerm } from '../../shared/rules/selector.ts';
import { RESOURCE_COUNT, resourceAt } from './amounts.ts';
import { amountAt, stateAt, tagAt } from './columns.ts';
import { candidateOf } from './candidate.ts';
import type { CompiledPlan } from './compiled-plan.ts';
import { keptFree, leastNeed } from './demand.ts';
import { compareFigures, createFigures, readFigures } from './figures.ts';
import { RESOURCE_BITS } from './patterns.ts';
import type { Ranking } from './rank.ts';
import type { RowRule } from './rules.ts';

type PlaceCode = Extract<RejectionReason, { key: string; want: string[]; code: 'TAG' | 'SITE' }>['code'];

function missOf(plan: CompiledPlan, row: number, term: SelectorTerm): TermMiss {
  return { key: term.key, op: term.operator, want: [...term.values], actual: tagAt(plan.columns, row, term.key) };
}

function isPlaceCode(code: PlanRule['code']): code is PlaceCode {
  return ['PROVIDER', 'REGION', 'TYPE', 'SITE', 'ROOM', 'ROW', 'RACK', 'TAG'].includes(code);
}

function rowReason(plan: CompiledPlan, row: number, entry: RowRule): RejectionReason {
  const { columns, request } = plan;
  const { rule } = entry;
  switch (entry.kind) {
    case 'state':
      return { code: 'STATE', want: 'active', actual: stateAt(columns, row) ?? '' };
    case 'place': {
      const { key, want, actual } = missOf(plan, row, entry.term);
      return { code: isPlaceCode(rule.code) ? rule.code : 'TAG', key, want, actual };
    }
    case 'query':
      return { code: 'QUERY' };
    case 'compute':
      return { code: 'COMPUTE' };
    case 'affinity':
      return { code: 'AFFINITY_NOT_MATCHED', rule: rule.rule, ...missOf(plan, row, entry.term) };
    case 'antiAffinity':
      return {
        code: 'ANTI_AFFINITY_MATCHED',
        rule: rule.rule,
        matched: entry.terms.map((term) => missOf(plan, row, term)),
      };
    case 'spread': {
      const count = plan.bookings.get(row)?.quantity ?? 0;
      return { code: 'SPREAD', count, quantity: request.quantity, max: request.service.placement.spreadMax };
    }
    case 'topology': {
      const { key, maxSkew } = entry.limit.spread;
      const { after, least } = entry.limit.outcomeAt(row) ?? { after: 0, least: 0 };
      return { code: 'TOPOLOGY', rule: rule.rule, key, actual: tagAt(columns, row, key), after, least, maxSkew };
    }
  }
}

/** Why a resource does not fit: the compute has none, not enough is free, or only the buffer forbids it. */
function resourceReason(plan: CompiledPlan, row: number, index: number): RejectionReason {
  const { columns, demand } = plan;
  const resource = resourceAt(index);
  const need = leastNeed(demand, plan.bookings.get(row) ?? null, index);
  const total = amountAt(columns.total, row, index);
  const free = total - amountAt(columns.used, row, index);
  if (total === 0) return { code: 'NO_SUCH_RESOURCE', resource, need, total };
  if (need > free) return { code: 'INSUFFICIENT', resource, need, free, total, short: need - free };
  const keep = keptFree(total, demand.buffer[index] ?? 0);
  return { code: 'BUFFER', resource, need, free, total, keep, short: need - (free - keep) };
}

/** All reasons behind a row's verdict number, in the fixed order of planner.md section 4. */
export function reasonsOf(plan: CompiledPlan, row: number, code: number): RejectionReason[] {
  const failures = plan.patterns.members[code >> RESOURCE_BITS] ?? [];
  const rowReasons = failures.flatMap((index) => {
    const entry = plan.rowRules[index];
    return entry ? [rowReason(plan, row, entry)] : [];
  });
  const resourceReasons = Array.from({ length: RESOURCE_COUNT }, (_, index) => index)
    .filter((index) => ((code >> index) & 1) === 1)
    .map((index) => resourceReason(plan, row, index));
  return [...rowReasons, ...resourceReasons];
}

/** Verdict of one row; a candidate's rank is counted over all candidates, so it holds beyond the top ones too. */
export function explainRow(ranking: Ranking, row: number): Verdict {
  const { plan, scan } = ranking;
  const code = scan.codes[row] ?? 0;
  const identity = { computeId: plan.columns.ids[row] ?? '', compute: plan.columns.names[row] ?? '' };
  if (code !== 0) return { ...identity, verdict: 'rejected', reasons: reasonsOf(plan, row, code) };
  const listed = ranking.candidates.find((candidate) => candidate.computeId === identity.computeId);
  if (listed) return listed;
  const [own, other] = [createFigures(), createFigures()];
  readFigures(own, plan, row);
  let better = 0;
  scan.codes.forEach((otherCode, otherRow) => {
    if (otherCode !== 0 || otherRow === row) return;
    readFigures(other, plan, otherRow);
    if (compareFigures(plan.columns, other, own) < 0) better++;
  });
  return candidateOf(plan, own, better + 1);
}

/** Why this compute, or why not; null for an id that is not in the columns. */
export function explainCompute(ranking: Ranking, computeId: string): Verdict | null {
  const row = ranking.plan.columns.rowOf.get(computeId);
  return row === undefined ? null : explainRow(ranking, row);
}
