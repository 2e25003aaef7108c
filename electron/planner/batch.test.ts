import { describe, expect, test } from 'vitest';
import { accept } from './accept.ts';
import { planBatch } from './batch.ts';
import { columnsFingerprint } from './columns-fingerprint.ts';
import { explainCompute } from './explain.ts';
import { rank } from './rank.ts';
import { aCompute, aFleet, aRequest, booked, gb } from './testing/builders.ts';

const threeHosts = () => aFleet(['h1', 'h2', 'h3'].map((name) => aCompute(name, { cores: 8, memory: gb(32) })));

function perCompute(steps: readonly { candidate: { compute: string } }[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { candidate } of steps) counts[candidate.compute] = (counts[candidate.compute] ?? 0) + 1;
  return counts;
}

describe('scenario 11: 3 hosts of 8c/32, 6 instances of 4c/8', () => {
  const six = (spreadMax: number) => aRequest({ cores: 4, memory: gb(8) }, { quantity: 6, placement: { spreadMax } });

  test('spread 2: 2 on each, and the bound ceil(6·4 / 8) = 3 is reached', () => {
    const plan = planBatch(threeHosts(), [six(2)]);
    expect(perCompute(plan.steps)).toEqual({ h1: 2, h2: 2, h3: 2 });
    expect(plan).toMatchObject({
      feasible: true,
      placed: 6,
      computesUsed: 3,
      lowerBound: { computes: 3, resource: 'cores' },
    });
  });
  test('spread 1: 3 placed, 3 not, because the spread limit leaves 1 + 1 + 1 = 3 places', () => {
    const plan = planBatch(threeHosts(), [six(1)]);
    expect(perCompute(plan.steps)).toEqual({ h1: 1, h2: 1, h3: 1 });
    expect(plan.unplaced).toEqual([
      {
        serviceId: 'wanted',
        service: 'wanted',
        quantity: 3,
        certificate: { kind: 'room', room: 3, limitedBy: 'spread' },
      },
    ]);
  });
});

test('scenario 12: 5, 5, 3, 3, 2, 2 into computes of 10 cores take 20 / 10 = 2 computes', () => {
  const fleet = aFleet(['h1', 'h2', 'h3', 'h4'].map((name) => aCompute(name, { cores: 10 })));
  const requests = [5, 3, 2].map((cores) => aRequest({ cores }, { id: `s${cores}`, name: `s${cores}`, quantity: 2 }));
  const plan = planBatch(fleet, requests);
  expect(plan).toMatchObject({
    feasible: true,
    placed: 6,
    computesUsed: 2,
    lowerBound: { computes: 2, resource: 'cores' },
  });
});

test('totals never stand for a packing: 3 free cores on each of 4 computes are 12, yet 4 cores fit nowhere', () => {
  const fleet = aFleet(['h1', 'h2', 'h3', 'h4'].map((name) => aCompute(name, { cores: 3 })));
  const plan = planBatch(fleet, [aRequest({ cores: 4 }, { quantity: 2 })]);
  expect(plan.lowerBound).toEqual({ computes: 3, resource: 'cores' });
  expect(plan).toMatchObject({
    feasible: false,
    placed: 0,
    unplaced: [{ quantity: 2, certificate: { kind: 'fits-nowhere' } }],
  });
});

test('two services of 6 cores on 2 + 2 cores of shortfall: the whole needs 4·6 = 24 cores of 20 free', () => {
  const fleet = aFleet([aCompute('h1', { cores: 10 }), aCompute('h2', { cores: 10 })]);
  const requests = ['a', 'b'].map((id) => aRequest({ cores: 6 }, { id, name: id, quantity: 2 }));
  const plan = planBatch(fleet, requests);
  expect(plan.placed).toBe(2);
  expect(plan.unplaced[0]?.certificate).toEqual({ kind: 'total-exceeded', resource: 'cores', need: 24, free: 20 });
});

test('when max leaves instances out, the whole batch is planned at min: 2 × 8 of 2 to 8 cores only fit once, 2 × 2 fit', () => {
  const fleet = aFleet([aCompute('h1', { cores: 8 })]);
  const requests = [
    aRequest({ cores: 2 }, { id: 'a', name: 'a', max: { cores: 8 } }),
    aRequest({ cores: 2 }, { id: 'b', name: 'b', max: { cores: 8 } }),
  ];
  const plan = planBatch(fleet, requests);
  expect(plan).toMatchObject({ feasible: true, basis: 'min', placed: 2 });
  expect(plan.steps.map((step) => step.candidate.allocated.cores)).toEqual([2, 2]);
});

test('accepting the steps in order gives, at each, what the step shows; the columns planned on stay untouched', () => {
  const fleet = aFleet(
    ['h1', 'h2', 'h3'].map((name, index) =>
      aCompute(name, { cores: 16, memory: gb(64) }, { tags: { zone: index === 0 ? 'a' : 'b' } }),
    ),
    [booked('h1', { cores: 3, memory: gb(3) })],
  );
  const before = columnsFingerprint(fleet);
  const requests = [
    aRequest(
      { cores: 2, memory: gb(4) },
      {
        id: 'a',
        name: 'a',
        quantity: 4,
        max: { cores: 4 },
        placement: { topologySpread: [{ key: 'zone', maxSkew: 1 }] },
      },
    ),
    aRequest({ cores: 3, memory: gb(9) }, { id: 'b', name: 'b', quantity: 3, placement: { spreadMax: 1 } }),
  ];
  const plan = planBatch(fleet, requests);
  expect(columnsFingerprint(fleet)).toBe(before);
  expect(plan.feasible).toBe(true);
  for (const { serviceId, candidate } of plan.steps) {
    const request = requests.find((entry) => entry.service.id === serviceId);
    const again = request && explainCompute(rank(fleet, { ...request, quantity: 1 }), candidate.computeId);
    expect(again).toMatchObject({ allocated: candidate.allocated, resources: candidate.resources });
    accept(fleet, serviceId ?? '', candidate);
  }
});
