import fc from 'fast-check';
import { expect, test } from 'vitest';
import { accept } from './accept.ts';
import { BestFit } from './best-fit.ts';
import { buildColumns } from './columns-change.ts';
import { columnsFingerprint } from './columns-fingerprint.ts';
import { forkColumns, type PlannerColumns } from './columns.ts';
import { explainCompute } from './explain.ts';
import { InstanceRules } from './instance-rules.ts';
import { rank } from './rank.ts';
import { fleetArbitrary, requestArbitrary } from './testing/arbitraries.ts';
import { naiveBestFit } from './testing/naive-best-fit.ts';

const RUNS = { numRuns: 2_000 };

const INSTANCES = 6;

/** A service new to every compute, and the one that some run already. */
const twoServices = fc.tuple(requestArbitrary, requestArbitrary).map(([first, second]) => [
  { ...first, quantity: 1 },
  { ...second, quantity: 1, service: { ...second.service, id: 'second', name: 'second' } },
]);

function lookedAt(columns: PlannerColumns, request: Parameters<typeof rank>[1], serviceId: string): BestFit {
  const places = new BestFit(columns, request, serviceId);
  const looking = places.look();
  while (looking.next().done !== true) continue;
  return places;
}

test('placing one after another finds the same computes, with the same figures, as looking at all of them for each', () => {
  fc.assert(
    fc.property(fleetArbitrary, twoServices, (fleet, requests) => {
      const columns = buildColumns(fleet.computes, fleet.assignments);
      const afresh = forkColumns(columns);
      for (const request of requests) {
        const serviceId = request.service.id ?? '';
        const places = lookedAt(columns, request, serviceId);
        for (let instance = 0; instance < INSTANCES; instance++) {
          const expected = naiveBestFit(afresh, request);
          if (expected) accept(afresh, serviceId, expected);
          expect(JSON.stringify(places.placeNext())).toBe(JSON.stringify(expected));
          if (!expected) break;
        }
      }
      expect(columnsFingerprint(columns)).toBe(columnsFingerprint(afresh));
    }),
    RUNS,
  );
});

test('the rules followed from instance to instance admit what the planner admits, and would book the same', () => {
  fc.assert(
    fc.property(fleetArbitrary, twoServices, (fleet, requests) => {
      const columns = buildColumns(fleet.computes, fleet.assignments);
      const followed = requests.map((request) => new InstanceRules(columns, request, request.service.id ?? ''));
      for (let instance = 0; instance < INSTANCES; instance++) {
        requests.forEach((request, index) => {
          const rules = followed[index];
          const ranking = rank(columns, request);
          for (const [id, row] of columns.rowOf) {
            const verdict = explainCompute(ranking, id);
            const fits = rules?.fits(row) === true && rules.topologyAdmits(row);
            expect(fits).toBe(verdict?.verdict === 'candidate');
            if (fits) expect({ ...rules.candidateAt(row), rank: 0 }).toEqual({ ...verdict, rank: 0 });
          }
          const [best] = ranking.candidates;
          if (best) rules?.accept(columns.rowOf.get(best.computeId) ?? -1, best);
        });
      }
    }),
    RUNS,
  );
});
