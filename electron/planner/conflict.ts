import type { Conflict, PlanRule } from '../../shared/domain/plan.ts';
import { failedRules } from './compiled-plan.ts';
import type { Ranking } from './rank.ts';

/** A set of rules, one bit per index in `plan.rules`. */
export type RuleSet = bigint;

const LISTED_CORRECTION_SETS = 100;
const TRANSVERSAL_LIMIT = 2_000;

export function ruleSetOf(indexes: Iterable<number>): RuleSet {
  let set = 0n;
  for (const index of indexes) set |= 1n << BigInt(index);
  return set;
}

export function rulesIn(set: RuleSet): number[] {
  const indexes: number[] = [];
  for (let index = 0, rest = set; rest > 0n; index++, rest >>= 1n) if ((rest & 1n) === 1n) indexes.push(index);
  return indexes;
}

const includes = (set: RuleSet, subset: RuleSet): boolean => (set & subset) === subset;

function bySizeThenValue(left: RuleSet, right: RuleSet): number {
  const sizes = rulesIn(left).length - rulesIn(right).length;
  return sizes || (left < right ? -1 : left > right ? 1 : 0);
}

/** The sets that contain no other set of the family, smallest first. */
export function minimalSets(family: Iterable<RuleSet>): RuleSet[] {
  const minimal: RuleSet[] = [];
  for (const set of [...new Set(family)].toSorted(bySizeThenValue)) {
    if (!minimal.some((smaller) => includes(set, smaller))) minimal.push(set);
  }
  return minimal;
}

/** Drops members of a hitting set for as long as it still hits every set. */
function oneMinimalTransversal(family: readonly RuleSet[]): RuleSet {
  const all = family.reduce((union, set) => union | set, 0n);
  return rulesIn(all).reduce((kept, index) => {
    const without = kept & ~(1n << BigInt(index));
    return family.every((set) => (set & without) !== 0n) ? without : kept;
  }, all);
}

/**
 * The inclusion-minimal sets that meet every set of the family (Berge's algorithm, one set after another).
 * @returns `complete: false` with a single one where the intermediate lists grow past a limit.
 */
export function minimalTransversals(family: readonly RuleSet[]): { sets: RuleSet[]; complete: boolean } {
  let transversals: RuleSet[] = [0n];
  for (const set of family) {
    const extended = transversals.flatMap((transversal) =>
      (transversal & set) !== 0n ? [transversal] : rulesIn(set).map((index) => transversal | (1n << BigInt(index))),
    );
    transversals = minimalSets(extended);
    if (transversals.length > TRANSVERSAL_LIMIT) return { sets: [oneMinimalTransversal(family)], complete: false };
  }
  return { sets: transversals, complete: true };
}

/**
 * Inclusion-minimal sets of rules failed by some compute, with the number of computes that fail exactly these.
 * Dropping such a set admits those computes; dropping less admits none.
 */
export function correctionSetsOf(ranking: Ranking): Map<RuleSet, number> {
  const { plan, scan } = ranking;
  const computes = new Map<RuleSet, number>();
  scan.histogram.forEach((count, code) => {
    if (count > 0) computes.set(ruleSetOf(failedRules(plan, code)), count);
  });
  return new Map(minimalSets(computes.keys()).map((set) => [set, computes.get(set) ?? 0]));
}

/**
 * Why nothing fits, exactly and without a solver (planner.md section 4): the minimal correction sets are the minimal
 * patterns of failed rules, and their minimal hitting sets are the minimal groups of rules that together exclude every
 * compute. Empty when there is a candidate, or no compute at all.
 */
export function conflictOf(ranking: Ranking): Conflict {
  if (ranking.candidateCount > 0 || ranking.computeCount === 0)
    return { correctionSets: [], cores: [], complete: true };
  const { rules } = ranking.plan;
  const named = (set: RuleSet): PlanRule[] => rulesIn(set).flatMap((index) => rules[index] ?? []);
  const corrections = correctionSetsOf(ranking);
  const { sets, complete } = minimalTransversals([...corrections.keys()]);
  const listed = [...corrections].slice(0, LISTED_CORRECTION_SETS);
  return {
    correctionSets: listed.map(([set, computes]) => ({ rules: named(set), computes })),
    cores: sets.map(named),
    complete: complete && listed.length === corrections.size,
  };
}
