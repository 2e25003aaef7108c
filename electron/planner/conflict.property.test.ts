import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PlanRequest, PlanRule } from '../../shared/domain/plan.ts';
import { buildColumns } from './columns-change.ts';
import { failedRules } from './compiled-plan.ts';
import { conflictOf, minimalSets, minimalTransversals, ruleSetOf, type RuleSet } from './conflict.ts';
import { rank, type Ranking } from './rank.ts';
import { relaxationsOf } from './relaxations.ts';
import { fleetArbitrary, requestArbitrary, type FleetData } from './testing/arbitraries.ts';
import { wholeOf } from './turns.ts';

const RUNS = { numRuns: 1_500 };

const ranked = (fleet: FleetData, request: PlanRequest): Ranking =>
  rank(buildColumns(fleet.computes, fleet.assignments), request);

/** The sets of rules that computes fail, as the scan found them. */
function failures(ranking: Ranking): RuleSet[] {
  return [...ranking.scan.codes].filter((code) => code >= 0).map((code) => ruleSetOf(failedRules(ranking.plan, code)));
}

const feasibleWithout = (failed: readonly RuleSet[], dropped: RuleSet): boolean =>
  failed.some((set) => (set & ~dropped) === 0n);

function indexesOf(ranking: Ranking, rules: readonly PlanRule[]): RuleSet {
  return ruleSetOf(rules.map((rule) => ranking.plan.rules.findIndex((entry) => entry.rule === rule.rule)));
}

function subsets(universe: number): RuleSet[] {
  return Array.from({ length: 1 << universe }, (_, bits) => BigInt(bits));
}

describe('minimal rule sets', () => {
  test('equal brute force over all subsets in 10,000 random small cases', () => {
    const universe = 6;
    const families = fc.array(fc.integer({ min: 1, max: (1 << universe) - 1 }), { minLength: 1, maxLength: 8 });
    const all = subsets(universe);
    const byValue = (left: RuleSet, right: RuleSet): number => (left < right ? -1 : 1);
    fc.assert(
      fc.property(families, (family) => {
        const failed = family.map((bits) => BigInt(bits));
        const corrections = minimalSets(failed);
        const properSubsets = (set: RuleSet): RuleSet[] =>
          all.filter((other) => other !== set && (set & other) === other);
        const correcting = all.filter((set) => feasibleWithout(failed, set));
        expect(corrections.toSorted(byValue)).toEqual(
          correcting.filter((set) => !properSubsets(set).some((smaller) => feasibleWithout(failed, smaller))),
        );
        // A core keeps its rules and drops all others; it is infeasible, and every proper subset is feasible.
        const whole = BigInt((1 << universe) - 1);
        const infeasible = (kept: RuleSet): boolean => !feasibleWithout(failed, whole & ~kept);
        const cores = all.filter((set) => infeasible(set) && !properSubsets(set).some(infeasible));
        expect(minimalTransversals(corrections).sets.toSorted(byValue)).toEqual(cores);
      }),
      { numRuns: 10_000 },
    );
  });

  test('12: dropping a correction set makes some compute feasible, dropping any proper subset none', () => {
    fc.assert(
      fc.property(fleetArbitrary, requestArbitrary, (fleet, request) => {
        const ranking = ranked(fleet, request);
        const failed = failures(ranking);
        for (const { rules } of conflictOf(ranking).correctionSets) {
          expect(feasibleWithout(failed, indexesOf(ranking, rules))).toBe(true);
          for (const left of rules) {
            expect(
              feasibleWithout(
                failed,
                indexesOf(
                  ranking,
                  rules.filter((rule) => rule !== left),
                ),
              ),
            ).toBe(false);
          }
        }
      }),
      RUNS,
    );
  });

  test('13: the rules of a core exclude every compute, any fewer of them do not', () => {
    fc.assert(
      fc.property(fleetArbitrary, requestArbitrary, (fleet, request) => {
        const ranking = ranked(fleet, request);
        const failed = failures(ranking);
        const conflict = conflictOf(ranking);
        expect(conflict.cores.length > 0).toBe(ranking.candidateCount === 0 && fleet.computes.length > 0);
        const excludes = (core: readonly PlanRule[]): boolean =>
          failed.every((set) => (set & indexesOf(ranking, core)) !== 0n);
        for (const core of conflict.cores) {
          expect(excludes(core)).toBe(true);
          for (const left of core) expect(excludes(core.filter((rule) => rule !== left))).toBe(false);
        }
      }),
      RUNS,
    );
  });

  test('every relaxation offered makes its compute a candidate, and something is offered whenever no topology rule interferes', () => {
    fc.assert(
      fc.property(fleetArbitrary, requestArbitrary, (fleet, request) => {
        const ranking = ranked(fleet, request);
        const relaxations = wholeOf(relaxationsOf(ranking));
        if (ranking.candidateCount > 0) expect(relaxations).toEqual([]);
        for (const relaxation of relaxations) {
          expect(relaxation.verified).toBe(true);
          expect(relaxation.candidatesAfter).toBeGreaterThan(0);
        }
        const plain = request.service.placement.topologySpread.length === 0 && fleet.computes.length > 0;
        if (plain && ranking.candidateCount === 0) expect(relaxations.length).toBeGreaterThan(0);
      }),
      RUNS,
    );
  });
});
