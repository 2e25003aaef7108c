import { expect, test } from 'vitest';
import { placementSchema } from '../domain/placement-rule.ts';
import { placementContradictions } from './placement-contradictions.ts';

const expression = (key: string, operator: string, ...values: string[]) => ({
  matchExpressions: [{ key, operator, values }],
});

test.each([
  [
    'one key with two values',
    { affinity: [{ matchLabels: { zone: 'a' } }, { matchLabels: { zone: 'b' } }] },
    'affinity[1].matchLabels.zone',
    /cannot hold together with zone In a/,
  ],
  [
    'In and NotIn that cover each other',
    { affinity: [expression('env', 'In', 'dev', 'qa'), expression('env', 'NotIn', 'qa', 'dev')] },
    'affinity[1].matchExpressions[0]',
    /env NotIn qa, dev cannot hold together with env In dev, qa/,
  ],
  [
    'Exists and DoesNotExist',
    { affinity: [expression('gpu', 'Exists'), expression('gpu', 'DoesNotExist')] },
    'affinity[1].matchExpressions[0]',
    /gpu DoesNotExist cannot hold together with gpu Exists/,
  ],
  [
    'the same selector wanted and forbidden',
    { affinity: [{ matchLabels: { env: 'prod' } }], antiAffinity: [expression('env', 'In', 'prod')] },
    'antiAffinity[0]',
    /same selector stands in affinity\[0\]/,
  ],
  [
    'an anti-affinity that covers what affinity asks',
    { affinity: [{ matchLabels: { env: 'prod' } }], antiAffinity: [expression('env', 'Exists')] },
    'antiAffinity[0]',
    /none is left/,
  ],
  ['an empty anti-affinity selector', { antiAffinity: [{}] }, 'antiAffinity[0]', /matches every compute/],
  [
    'an anti-affinity that never matches',
    { antiAffinity: [{}, { matchLabels: { zone: 'a' }, ...expression('zone', 'In', 'b') }].slice(1) },
    'antiAffinity[0].matchExpressions[0]',
    /has no effect/,
  ],
  [
    'a topology key limited twice',
    {
      topologySpread: [
        { key: 'zone', maxSkew: 1 },
        { key: 'zone', maxSkew: 2 },
      ],
    },
    'topologySpread[1].key',
    /smaller skew decides/,
  ],
])('warns of %s', (_, rules, path, message) => {
  const warnings = placementContradictions(placementSchema.parse(rules));
  expect(warnings.map((warning) => warning.path)).toEqual([path]);
  expect(warnings[0]?.message).toMatch(message);
});

test('rules that something can satisfy give no warning', () => {
  const rules = {
    affinity: [{ matchLabels: { env: 'prod' } }, expression('zone', 'In', 'a', 'b'), expression('zone', 'NotIn', 'a')],
    antiAffinity: [expression('role-logs', 'Exists'), { matchLabels: { env: 'prod', gpu: 'true' } }],
    topologySpread: [{ key: 'zone', maxSkew: 1 }],
  };
  expect(placementContradictions(placementSchema.parse(rules))).toEqual([]);
});
