import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { accept } from './accept.ts';
import { planBatch } from './batch.ts';
import { buildColumns } from './columns-change.ts';
import { explainCompute } from './explain.ts';
import { rank } from './rank.ts';
import { fleetArbitrary, requestArbitrary } from './testing/arbitraries.ts';

const RUNS = { numRuns: 1_000 };

/** Two services of a batch; the second is new to every compute. */
const batchArbitrary = fc.tuple(requestArbitrary, requestArbitrary).map(([first, second]) => [
  { ...first, quantity: first.quantity * 2 },
  { ...second, quantity: second.quantity, service: { ...second.service, id: 'second', name: 'second' } },
]);

describe('invariants of a batch', () => {
  test('17: accepted in order, every step is a valid candidate then; each instance is placed once or listed as unplaced', () => {
    fc.assert(
      fc.property(fleetArbitrary, batchArbitrary, (fleet, requests) => {
        const columns = buildColumns(fleet.computes, fleet.assignments);
        const plan = planBatch(columns, requests);
        for (const { serviceId, candidate } of plan.steps) {
          const request = requests.find((entry) => entry.service.id === serviceId);
          const verdict =
            request &&
            explainCompute(rank(columns, { ...request, quantity: 1, basis: plan.basis }), candidate.computeId);
          expect(verdict).toMatchObject({
            verdict: 'candidate',
            allocated: candidate.allocated,
            resources: candidate.resources,
          });
          accept(columns, serviceId ?? '', candidate);
        }
        for (const request of requests) {
          const placed = plan.steps.filter((step) => step.serviceId === request.service.id).length;
          const left = plan.unplaced.find((entry) => entry.serviceId === request.service.id)?.quantity ?? 0;
          expect(placed + left).toBe(request.quantity);
        }
        expect(plan.feasible).toBe(plan.unplaced.length === 0);
      }),
      RUNS,
    );
  });

  test('18: a feasible plan uses at least as many computes as the lower bound', () => {
    fc.assert(
      fc.property(fleetArbitrary, batchArbitrary, (fleet, requests) => {
        const plan = planBatch(buildColumns(fleet.computes, fleet.assignments), requests);
        if (!plan.feasible) return;
        expect(plan.lowerBound.computes).not.toBeNull();
        expect(plan.computesUsed).toBeGreaterThanOrEqual(plan.lowerBound.computes ?? Infinity);
      }),
      RUNS,
    );
  });

  test('a proven certificate is right: what is said not to fit does not fit with nothing else of the batch placed', () => {
    fc.assert(
      fc.property(fleetArbitrary, batchArbitrary, (fleet, requests) => {
        const columns = buildColumns(fleet.computes, fleet.assignments);
        for (const { serviceId, certificate } of planBatch(columns, requests).unplaced) {
          const request = requests.find((entry) => entry.service.id === serviceId);
          if (!request || certificate.kind === 'not-proven' || certificate.kind === 'total-exceeded') continue;
          const alone = planBatch(columns, [request]);
          const room = certificate.kind === 'room' ? certificate.room : 0;
          expect(alone.placed).toBeLessThanOrEqual(room);
          expect(room).toBeLessThan(request.quantity);
        }
      }),
      RUNS,
    );
  });
});
