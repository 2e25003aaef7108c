import { describe, expect, test } from 'vitest';
import { placementSchema } from '../domain/placement-rule.ts';
import { readPlacement } from './placement-reader.ts';

const canonical = {
  affinity: [{ matchLabels: { env: 'prod' }, matchExpressions: [] }],
  antiAffinity: [{ matchLabels: {}, matchExpressions: [{ key: 'gpu', operator: 'Exists', values: [] }] }],
  spreadMax: 2,
  topologySpread: [{ key: '@rack', maxSkew: 1 }],
};

test.each([
  [
    'one selector instead of a list',
    {
      affinity: { matchLabels: { env: 'prod' } },
      antiAffinity: { matchExpressions: [{ key: 'gpu', operator: 'Exists' }] },
    },
  ],
  [
    'anti_affinity',
    {
      affinity: [{ matchLabels: { env: 'prod' } }],
      anti_affinity: [{ matchExpressions: [{ key: 'gpu', operator: 'Exists' }] }],
    },
  ],
  [
    'MatchLabels and MatchExpressions',
    {
      Affinity: [{ MatchLabels: { env: 'prod' } }],
      AntiAffinity: [{ MatchExpressions: { key: 'gpu', operator: 'Exists' } }],
    },
  ],
])('reads %s and writes one form', (_, given) => {
  const reading = readPlacement({ ...given, spread_max: 2, topology_spread: { key: '@rack', max_skew: 1 } });
  expect(reading).toEqual({ ok: true, rules: canonical, warnings: [] });
});

test('what it writes reads back unchanged', () => {
  expect(readPlacement(canonical)).toEqual({ ok: true, rules: canonical, warnings: [] });
  expect(placementSchema.parse({})).toEqual({ affinity: [], antiAffinity: [], spreadMax: 0, topologySpread: [] });
});

test("the reference program's topologyKey is left out with a warning that says why", () => {
  const reading = readPlacement({ topologyKey: 'zone' });
  const warnings = reading.ok ? reading.warnings : [];
  expect(warnings.map((warning) => warning.path)).toEqual(['topologyKey']);
  expect(warnings[0]?.message).toMatch(/never used it.+"zone", write topologySpread/);
});

describe('refuses, naming the field, the value and what is allowed', () => {
  test.each([
    ['an unknown key', { affinty: [] }, 'affinty', 'affinty', 'affinity, antiAffinity, spreadMax, topologySpread'],
    [
      'a bare selector',
      { matchLabels: { env: 'prod' } },
      'matchLabels',
      'matchLabels',
      'affinity, antiAffinity, spreadMax, topologySpread',
    ],
    [
      'an unknown selector key',
      { affinity: [{ labels: {} }] },
      'affinity[0].labels',
      'labels',
      'matchLabels, matchExpressions',
    ],
    [
      'an unknown operator',
      { affinity: [{ matchExpressions: [{ key: 'cores', operator: 'Gt', values: ['8'] }] }] },
      'affinity[0].matchExpressions[0].operator',
      'Gt',
      'In, NotIn, Exists, DoesNotExist',
    ],
    [
      'a lower-case operator',
      { affinity: [{ matchExpressions: [{ key: 'env', operator: 'in', values: ['a'] }] }] },
      'affinity[0].matchExpressions[0].operator',
      'in',
      'In, NotIn, Exists, DoesNotExist',
    ],
    [
      'In without values',
      { affinity: { matchExpressions: [{ key: 'env', operator: 'In' }] } },
      'affinity[0].matchExpressions[0].values',
      undefined,
      'one value or more',
    ],
    [
      'NotIn with no value',
      { affinity: { matchExpressions: [{ key: 'env', operator: 'NotIn', values: [] }] } },
      'affinity[0].matchExpressions[0].values',
      [],
      'one value or more',
    ],
    [
      'Exists with values',
      { affinity: { matchExpressions: [{ key: 'env', operator: 'Exists', values: ['a'] }] } },
      'affinity[0].matchExpressions[0].values',
      ['a'],
      'no values',
    ],
    ['a negative spread', { spreadMax: -1 }, 'spreadMax', -1, '0 or more'],
    ['half an instance', { spreadMax: 1.5 }, 'spreadMax', 1.5, 'int'],
    ['a skew of 0', { topologySpread: [{ key: 'zone', maxSkew: 0 }] }, 'topologySpread[0].maxSkew', 0, '1 or more'],
    ['a number as tag value', { affinity: { matchLabels: { gpu: 8 } } }, 'affinity[0].matchLabels.gpu', 8, 'string'],
    [
      'the same key in two spellings',
      { antiAffinity: [], anti_affinity: [] },
      'anti_affinity',
      'anti_affinity',
      'affinity, antiAffinity, spreadMax, topologySpread',
    ],
  ])('%s', (_, given, path, value, allowed) => {
    const reading = readPlacement(given);
    const expected = value === undefined ? { path, allowed } : { path, value, allowed };
    expect(reading).toMatchObject({ ok: false, problems: [expected] });
    if (!reading.ok) expect(reading.problems[0]?.message).toMatch(/^[A-Za-z].+\.$/);
  });

  test('text that is not an object', () => {
    expect(readPlacement('role-database')).toMatchObject({
      ok: false,
      problems: [{ path: '', value: 'role-database', allowed: 'object' }],
    });
  });
});

test.each([
  ['prod', 'What is written must be keys and values in braces; "prod" was given.'],
  [{ affinity: 5 }, 'affinity must be a list in brackets; 5 was given.'],
  [{ affinity: [['a']] }, 'affinity[0] must be keys and values in braces; ["a"] was given.'],
  [{ affinity: Array.from({ length: 51 }, () => ({})) }, 'affinity may hold at most 50.'],
  [{ affinity: [{ matchLabels: { ['k'.repeat(129)]: 'v' } }] }, 'A tag key has at most 128 characters.'],
  [{ affinity: 5n }, 'affinity must be a list in brackets; 5 was given.'],
  [{ spreadMax: 100_001 }, 'The most instances per compute must be at most 100000.'],
])('of the wrong shape, %o is refused in words', (given, message) => {
  const reading = readPlacement(given);
  expect(reading.ok ? [] : reading.problems.map((problem) => problem.message)).toEqual([message]);
});
