import { describe, expect, it } from 'vitest';
import type { BatchResult } from '../../../shared/contract/plan.ts';
import { batchSummary, computeGroups, unplacedText } from './batch-groups.ts';
import { batchCsv } from './plan-export.ts';

type Step = BatchResult['steps'][number];

/** One instance of 4 cores on a compute of 16 with `used` booked. */
function step(service: string, compute: string, used: number): Step {
  return {
    serviceId: service,
    service,
    candidate: {
      computeId: compute,
      compute,
      verdict: 'candidate',
      rank: 1,
      score: 50,
      utilisation: (used + 4) / 16,
      utilisationBefore: used / 16,
      bottleneck: null,
      imbalance: 0,
      strandsGpu: false,
      fits: 'max',
      step: 100,
      quantity: 1,
      quantityBefore: 0,
      allocated: { cores: 4, memory: 0, vram: 0, nvme: 0, gpu: 0 },
      allocatedBefore: null,
      resources: [
        {
          resource: 'cores',
          total: 16,
          usedBefore: used,
          usedAfter: used + 4,
          before: used / 16,
          after: (used + 4) / 16,
        },
      ],
      badges: [],
    },
  };
}

const STANDS = { site: 'fra1', room: 'Hall 1', row: null, rack: 'A01' };

const PLAN: BatchResult = {
  feasible: false,
  basis: 'max',
  steps: [step('web', 'a', 0), step('web', 'b', 8), step('db', 'a', 4)],
  unplaced: [
    { serviceId: 'web', service: 'web', quantity: 2, certificate: { kind: 'room', room: 2, limitedBy: 'spread' } },
  ],
  placed: 3,
  requested: 5,
  computesUsed: 2,
  lowerBound: { computes: 2, resource: 'cores' },
  stands: { a: STANDS },
  purchases: [],
  outdated: false,
};

describe('a batch by compute', () => {
  it('groups steps, counts services, and spans the bars from before the first to after the last', () => {
    const [first, second] = computeGroups(PLAN);
    expect(first).toMatchObject({
      compute: 'a',
      firstStep: 1,
      stands: STANDS,
      services: [
        { service: 'web', count: 1 },
        { service: 'db', count: 1 },
      ],
      resources: [{ usedBefore: 0, usedAfter: 8, before: 0, after: 0.5 }],
    });
    expect(second).toMatchObject({ compute: 'b', firstStep: 2, stands: null });
  });

  it('sums up what was placed and why the rest stays out', () => {
    expect(batchSummary(PLAN)).toBe('3 of 5 placed on 2 computes; by totals alone at least 2 are needed');
    expect(PLAN.unplaced.map(unplacedText)).toEqual([
      '2 instances of web: with its limit per compute there is room for at most 2 in all.',
    ]);
    expect(
      unplacedText({
        serviceId: null,
        service: 'This size',
        quantity: 1,
        certificate: { kind: 'total-exceeded', resource: 'memory', need: 20_480, free: 1024 },
      }),
    ).toBe('1 instance of This size: all together need 20 GB of memory, 1 GB are free.');
  });

  it('is written as one line per step, in the order of booking', () => {
    expect(batchCsv(PLAN).split('\n').slice(0, 3)).toEqual([
      'step,service,compute,site,rack,allocated cores,allocated memory,allocated vram,allocated nvme,allocated gpu',
      '1,web,a,fra1,A01,4,0,0,0,0',
      '2,web,b,,,4,0,0,0,0',
    ]);
  });
});
