import { expect, test } from 'vitest';
import { placementSchema } from '../domain/placement-rule.ts';
import { placementInWords } from './placement-words.ts';

test.each([
  ['no placement rules', {}],
  [
    'must have role-database; must not have env in dev, staging; at most 2 per compute',
    {
      affinity: [
        {
          matchExpressions: [
            { key: 'role-database', operator: 'Exists' },
            { key: 'env', operator: 'NotIn', values: ['dev', 'staging'] },
          ],
        },
      ],
      spreadMax: 2,
    },
  ],
  [
    'must have env = prod; must have zone in a, b; must not have legacy; must not have gpu = true',
    {
      affinity: [
        {
          matchLabels: { env: 'prod' },
          matchExpressions: [
            { key: 'zone', operator: 'In', values: ['a', 'b'] },
            { key: 'legacy', operator: 'DoesNotExist' },
          ],
        },
      ],
      antiAffinity: [{ matchLabels: { gpu: 'true' } }],
    },
  ],
  [
    'must not have env = dev together with no owner; spread over @rack with a difference of at most 1',
    {
      antiAffinity: { matchLabels: { env: 'dev' }, matchExpressions: [{ key: 'owner', operator: 'DoesNotExist' }] },
      topologySpread: [{ key: '@rack', maxSkew: 1 }],
    },
  ],
])('%s', (words, rules) => {
  expect(placementInWords(placementSchema.parse(rules))).toBe(words);
});
