import { describe, expect, it } from 'vitest';
import type { PlanResult } from '../../../shared/contract/plan.ts';
import { planCsv } from './plan-export.ts';

const PLAN: PlanResult = {
  serviceId: 'web',
  service: 'web',
  shape: 'target',
  summary: { service: 'web', quantity: 1, computes: 2, candidates: 1, rejected: 1, reasons: [] },
  summaryText: '',
  candidates: [
    {
      computeId: 'a',
      compute: '=cmd()',
      verdict: 'candidate',
      rank: 1,
      score: 100 / 3,
      utilisation: 0.25,
      utilisationBefore: 0,
      bottleneck: null,
      imbalance: 0,
      strandsGpu: false,
      fits: 'max',
      step: 100,
      quantity: 1,
      quantityBefore: 0,
      allocated: { cores: 4, memory: 8192, vram: 0, nvme: 0, gpu: 0 },
      allocatedBefore: null,
      resources: [],
      badges: [],
      stands: { site: 'fra1', room: 'Hall 1', row: null, rack: 'A01' },
    },
  ],
  rejected: {
    total: 1,
    rows: [
      {
        computeId: 'b',
        compute: 'b',
        verdict: 'rejected',
        reasons: [
          { code: 'STATE', want: 'active', actual: 'maintenance' },
          { code: 'INSUFFICIENT', resource: 'cores', need: 4, free: 2, total: 8, short: 2 },
        ],
      },
    ],
  },
  conflict: { correctionSets: [], cores: [], complete: true },
  recommendations: [],
  gap: null,
};

describe('a plan as CSV', () => {
  it('has candidates by rank and then the rejected with every reason; a name is never a formula', () => {
    expect(planCsv(PLAN).split('\n')).toEqual([
      'rank,compute,site,rack,score,utilisation,fits,quantity,allocated cores,allocated memory,allocated vram,allocated nvme,allocated gpu,reasons',
      "1,'=cmd(),fra1,A01,33.3333,0.25,max,1,4,8192,0,0,0,",
      ',b,,,,,,,,,,,,"State is maintenance; only active computes take new services. Cores: 4 cores needed, 2 cores free of 8 cores, short 2 cores."',
      '',
    ]);
  });
});
