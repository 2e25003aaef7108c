import { expect, test } from 'vitest';
import type { RejectionReason } from '../domain/plan.ts';
import { reasonText, summaryText } from './placement-reason-text.ts';

const reasons: [string, RejectionReason][] = [
  [
    'State is maintenance; only active computes take new services.',
    { code: 'STATE', want: 'active', actual: 'maintenance' },
  ],
  ['site must be Bern or Basel; it has none.', { code: 'SITE', key: '@site', want: ['Bern', 'Basel'], actual: null }],
  ['Tag disk must be ssd; it is hdd.', { code: 'TAG', key: 'disk', want: ['ssd'], actual: 'hdd' }],
  [
    'zone must be a or b; it is c (affinity[0].matchExpressions[1]).',
    {
      code: 'AFFINITY_NOT_MATCHED',
      rule: 'affinity[0].matchExpressions[1]',
      key: 'zone',
      op: 'In',
      want: ['a', 'b'],
      actual: 'c',
    },
  ],
  [
    'It has env = dev and no owner, which antiAffinity[0] forbids.',
    {
      code: 'ANTI_AFFINITY_MATCHED',
      rule: 'antiAffinity[0]',
      matched: [
        { key: 'env', op: 'In', want: ['dev'], actual: 'dev' },
        { key: 'owner', op: 'DoesNotExist', want: [], actual: null },
      ],
    },
  ],
  ['At most 2 per compute; 2 run there and 1 would be added.', { code: 'SPREAD', count: 2, quantity: 1, max: 2 }],
  ['It has no GPUs at all; 1 GPU needed.', { code: 'NO_SUCH_RESOURCE', resource: 'gpu', need: 1, total: 0 }],
  [
    'Memory: 64 GB needed, 48 GB free of 256 GB, short 16 GB.',
    { code: 'INSUFFICIENT', resource: 'memory', need: 65_536, free: 49_152, total: 262_144, short: 16_384 },
  ],
  [
    'Cores: 2 cores must stay free; short 1 core.',
    { code: 'BUFFER', resource: 'cores', need: 7, free: 8, total: 8, keep: 2, short: 1 },
  ],
];

test.each(reasons)('%s', (text, reason) => {
  expect(reasonText(reason)).toBe(text);
});

test('the summary is one line with both counts and the closest miss', () => {
  const rule = { code: 'INSUFFICIENT' as const, rule: 'service.min.memory', about: 'memory' };
  const closest = { computeId: 'c17', compute: 'node-17', resource: 'memory' as const, short: 16_384 };
  const zone = {
    code: 'AFFINITY_NOT_MATCHED' as const,
    rule: 'affinity[0].matchLabels.zone',
    about: 'zone',
    closest: null,
  };
  const summary = { service: 'api-gw', quantity: 1, computes: 120, candidates: 0, rejected: 120 };
  const text = summaryText({
    ...summary,
    reasons: [
      { ...rule, count: 60, alone: 31, closest },
      { ...zone, count: 44, alone: 40 },
      { ...zone, about: 'spread', count: 3, alone: 0 },
    ],
  });
  expect(text).toBe(
    '0 of 120 computes can take api-gw: memory 60 (31 by memory alone, closest node-17 short 16 GB), zone 44 (40 by zone alone), spread 3',
  );
});
