import { describe, expect, test } from 'vitest';
import { placementSchema } from '../domain/placement-rule.ts';
import { selectorMisses, tagsAdmitted } from './selector.ts';

const prodDatabase = { env: 'prod', 'role-database': 'true' };
const staging = { env: 'staging', 'role-logs': 'true' };
const untagged = {};

/** The three tag matching examples of source 000, verbatim. */
describe('the documented examples', () => {
  test.each([
    ['match role tags', '{"matchExpressions": [{"key": "role-database", "operator": "Exists"}]}', [true, false, false]],
    ['match environment', '{"matchLabels": {"env": "prod"}}', [true, false, false]],
    [
      'exclude development',
      '{"matchExpressions": [{"key": "env", "operator": "NotIn", "values": ["dev", "staging"]}]}',
      [true, false, true],
    ],
  ])('%s', (_, example, admitted) => {
    const selector: unknown = JSON.parse(example);
    const rules = placementSchema.parse({ affinity: selector });
    expect([prodDatabase, staging, untagged].map((tags) => tagsAdmitted(rules, tags))).toEqual(admitted);
    const listed = placementSchema.parse({ affinity: [selector] });
    expect(listed).toEqual(rules);
  });
});

test('every affinity selector must match, and one matching anti-affinity selector is enough to reject', () => {
  const rules = placementSchema.parse({
    affinity: [{ matchLabels: { env: 'prod' } }, { matchExpressions: [{ key: 'disk', operator: 'Exists' }] }],
    antiAffinity: [{ matchLabels: { gpu: 'true' } }, { matchLabels: { old: 'yes', env: 'prod' } }],
  });
  const cases = [
    { env: 'prod', disk: 'ssd' },
    { env: 'prod' },
    { env: 'prod', disk: '', gpu: 'true' },
    { env: 'prod', disk: '', old: 'no' },
  ];
  expect(cases.map((tags) => tagsAdmitted(rules, tags))).toEqual([true, false, false, true]);
});

test('an empty value is a value: it exists, and a label with an empty value does not match an absent tag', () => {
  const exists = placementSchema.parse({ affinity: { matchExpressions: [{ key: 'disk', operator: 'Exists' }] } });
  const empty = placementSchema.parse({ affinity: { matchLabels: { disk: '' } } });
  expect([tagsAdmitted(exists, { disk: '' }), tagsAdmitted(empty, { disk: '' }), tagsAdmitted(empty, {})]).toEqual([
    true,
    true,
    false,
  ]);
});

test('misses name the terms that fail, labels first', () => {
  const [selector] = placementSchema.parse({
    affinity: {
      matchExpressions: [{ key: 'zone', operator: 'In', values: ['a', 'b'] }],
      matchLabels: { env: 'prod', site: 'x' },
    },
  }).affinity;
  if (!selector) throw new Error('The rules must have one affinity selector.');
  expect(selectorMisses(selector, { env: 'prod', zone: 'c' })).toEqual([
    { key: 'site', operator: 'In', values: ['x'], path: 'matchLabels.site' },
    { key: 'zone', operator: 'In', values: ['a', 'b'], path: 'matchExpressions[0]' },
  ]);
});
