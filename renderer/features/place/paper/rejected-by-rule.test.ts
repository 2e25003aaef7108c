import { expect, test } from 'vitest';
import type { Rejection } from '../../../../shared/domain/plan.ts';
import { ruledOutBy } from './rejected-by-rule.ts';

const ROWS: readonly Rejection[] = [
  {
    computeId: 'a',
    compute: 'a',
    verdict: 'rejected',
    reasons: [{ code: 'NO_SUCH_RESOURCE', resource: 'gpu', need: 1, total: 0 }],
  },
  {
    computeId: 'b',
    compute: 'b',
    verdict: 'rejected',
    reasons: [
      { code: 'STATE', want: 'active', actual: 'maintenance' },
      { code: 'TAG', key: 'env', want: ['prod'], actual: null },
      {
        code: 'AFFINITY_NOT_MATCHED',
        rule: 'affinity[0].matchLabels.zone',
        key: 'zone',
        op: 'In',
        want: ['a'],
        actual: 'c',
      },
      { code: 'INSUFFICIENT', resource: 'gpu', need: 1, free: 0, total: 2, short: 1 },
    ],
  },
];

test.each([
  [{ code: 'INSUFFICIENT', rule: 'service.min.gpu', about: 'gpu' }, ['a', 'b'], [0, 3]],
  [{ code: 'INSUFFICIENT', rule: 'service.min.cores', about: 'cores' }, [], []],
  [{ code: 'STATE', rule: 'state', about: 'state' }, ['b'], [3]],
  [{ code: 'TAG', rule: 'constraints.tags.env', about: 'env' }, ['b'], [3]],
  [{ code: 'TAG', rule: 'constraints.tags.zone', about: 'zone' }, [], []],
  [{ code: 'AFFINITY_NOT_MATCHED', rule: 'affinity[0].matchLabels.zone', about: 'zone' }, ['b'], [3]],
  [{ code: 'AFFINITY_NOT_MATCHED', rule: 'affinity[1].matchLabels.zone', about: 'zone' }, [], []],
] as const)('%o keeps out %j', (rule, computes, others) => {
  const out = ruledOutBy(ROWS, rule);
  expect(out.map(({ row }) => row.compute)).toEqual(computes);
  expect(out.map((entry) => entry.others)).toEqual(others);
});
