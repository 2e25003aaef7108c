import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PlanRequest } from '../../shared/domain/plan.ts';
import { RESOURCE_KEYS } from '../../shared/domain/resource.ts';
import { buildColumns } from './columns-change.ts';
import { explainCompute } from './explain.ts';
import { rank, type Ranking } from './rank.ts';
import { rejectedAll } from './rejections.ts';
import { fleetArbitrary, requestArbitrary, selectorArbitrary, type FleetData } from './testing/arbitraries.ts';
import { oracleReasons } from './testing/oracle.ts';

const RUNS = { numRuns: 1_500 };

const ranked = (fleet: FleetData, request: PlanRequest): Ranking =>
  rank(buildColumns(fleet.computes, fleet.assignments), request);
const idsOf = (ranking: Ranking): string[] => ranking.candidates.map((candidate) => candidate.computeId).toSorted();

/** Numbered as in planner.md section 10. */
describe('invariants of a ranking', () => {
  test('1: every score is finite and between 0 and 100', () => {
    fc.assert(
      fc.property(fleetArbitrary, requestArbitrary, (fleet, request) => {
        for (const { score } of ranked(fleet, request).candidates) expect(score >= 0 && score <= 100).toBe(true);
      }),
      RUNS,
    );
  });

  test('4: a candidate has no reason, a rejected compute has every reason, and together they are all computes', () => {
    fc.assert(
      fc.property(fleetArbitrary, requestArbitrary, (fleet, request) => {
        const ranking = ranked(fleet, request);
        expect(ranking.candidates.length).toBe(ranking.candidateCount);
        expect([...rejectedAll(ranking)].length + ranking.candidateCount).toBe(fleet.computes.length);
        for (const compute of fleet.computes) {
          const verdict = explainCompute(ranking, compute.id);
          const codes = verdict?.verdict === 'rejected' ? verdict.reasons.map((reason) => reason.code) : [];
          expect(codes).toEqual(oracleReasons(fleet, request, compute));
        }
      }),
      RUNS,
    );
  });

  test('5: the order in which computes, tags and assignments are told changes nothing', () => {
    fc.assert(
      fc.property(fleetArbitrary, requestArbitrary, fc.integer(), (fleet, request, seed) => {
        const turned = seed % 2 === 0 ? fleet.computes.toReversed() : fleet.computes.toSorted(() => (seed % 3) - 1);
        const computes = turned.map((compute) => ({
          ...compute,
          tags: Object.fromEntries(Object.entries(compute.tags).toReversed()),
        }));
        const again = ranked({ computes, assignments: fleet.assignments.toReversed() }, request);
        expect(JSON.stringify(again.candidates)).toBe(JSON.stringify(ranked(fleet, request).candidates));
      }),
      RUNS,
    );
  });

  test('6: counting one resource in units a thousand times smaller leaves scores and order unchanged', () => {
    fc.assert(
      fc.property(fleetArbitrary, requestArbitrary, fc.constantFrom(...RESOURCE_KEYS), (fleet, request, key) => {
        const scaled = (spec: PlanRequest['service']['min']) => ({ ...spec, [key]: (spec[key] ?? 0) * 1_000 });
        // The booked step is a whole number of units, so partial fits legitimately differ; min is compared.
        const plain: PlanRequest = { ...request, basis: 'min', buffer: {} };
        const fine: PlanRequest = {
          ...plain,
          service: { ...plain.service, min: scaled(plain.service.min), max: scaled(plain.service.max) },
        };
        const others = fleet.assignments.filter((entry) => entry.serviceId === 'other');
        const computes = fleet.computes.map((compute) => ({ ...compute, total: scaled(compute.total) }));
        const assignments = others.map((entry) => ({ ...entry, allocated: scaled(entry.allocated) }));
        const figures = (ranking: Ranking) => ranking.candidates.map(({ computeId, score }) => [computeId, score]);
        expect(figures(ranked({ computes, assignments }, fine))).toEqual(
          figures(ranked({ ...fleet, assignments: others }, plain)),
        );
      }),
      RUNS,
    );
  });

  test('7: a resource that no compute has and nobody asks for changes nothing', () => {
    fc.assert(
      fc.property(fleetArbitrary, requestArbitrary, (fleet, request) => {
        const without = (spec: PlanRequest['service']['min']) => ({ ...spec, vram: undefined });
        const zero = (spec: PlanRequest['service']['min']) => ({ ...spec, vram: 0 });
        const build = (change: typeof zero | typeof without) => {
          const service = { ...request.service, min: change(request.service.min), max: change(request.service.max) };
          const computes = fleet.computes.map((compute) => ({ ...compute, total: change(compute.total) }));
          const assignments = fleet.assignments.map((entry) => ({ ...entry, allocated: change(entry.allocated) }));
          return ranked({ computes, assignments } as FleetData, { ...request, service } as PlanRequest).candidates;
        };
        const listed = build(zero);
        expect(listed).toEqual(build(without));
        for (const { resources } of listed) expect(resources.some((bar) => bar.resource === 'vram')).toBe(false);
      }),
      RUNS,
    );
  });

  test('8: lowering a need never removes a candidate, raising one never adds any', () => {
    fc.assert(
      fc.property(fleetArbitrary, requestArbitrary, fc.constantFrom(...RESOURCE_KEYS), (fleet, request, key) => {
        const need = request.service.min[key] ?? 0;
        fc.pre(need > 0);
        const lower = { ...request, service: { ...request.service, min: { ...request.service.min, [key]: need - 1 } } };
        expect(idsOf(ranked(fleet, lower))).toEqual(expect.arrayContaining(idsOf(ranked(fleet, request))));
      }),
      RUNS,
    );
  });

  test('9: adding an affinity or anti-affinity selector never adds a candidate', () => {
    fc.assert(
      fc.property(
        fleetArbitrary,
        requestArbitrary,
        selectorArbitrary,
        fc.boolean(),
        (fleet, request, selector, wanted) => {
          const { placement } = request.service;
          const list = wanted ? 'affinity' : 'antiAffinity';
          const stricter = { ...placement, [list]: [...placement[list], selector] };
          const narrowed = ranked(fleet, { ...request, service: { ...request.service, placement: stricter } });
          expect(idsOf(ranked(fleet, request))).toEqual(expect.arrayContaining(idsOf(narrowed)));
        },
      ),
      RUNS,
    );
  });

  test('11: anti-affinity [s] rejects exactly what affinity [s] admits', () => {
    fc.assert(
      fc.property(fleetArbitrary, selectorArbitrary, requestArbitrary, (fleet, selector, request) => {
        const rules = { affinity: [], antiAffinity: [], spreadMax: 0, topologySpread: [] };
        const open: PlanRequest = {
          ...request,
          constraints: {},
          service: { ...request.service, min: {}, max: {}, placement: rules },
        };
        const withRules = (change: object): PlanRequest => ({
          ...open,
          service: { ...open.service, placement: { ...rules, ...change } },
        });
        const admitted = idsOf(ranked(fleet, withRules({ affinity: [selector] })));
        const rejected = idsOf(ranked(fleet, withRules({ antiAffinity: [selector] })));
        expect([...admitted, ...rejected].toSorted()).toEqual(idsOf(ranked(fleet, open)));
      }),
      RUNS,
    );
  });

  test('14: the best k are a prefix of the full ranking, for every k', () => {
    fc.assert(
      fc.property(fleetArbitrary, requestArbitrary, fc.integer({ min: 1, max: 7 }), (fleet, request, top) => {
        const full = ranked(fleet, request).candidates;
        expect(ranked(fleet, { ...request, top }).candidates).toEqual(full.slice(0, top));
      }),
      RUNS,
    );
  });
});
