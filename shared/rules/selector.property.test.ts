import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Selector } from '../domain/placement-rule.ts';
import { selectorMatches, tagsAdmitted } from './selector.ts';

const RUNS = { numRuns: 1_000 };
const key = fc.constantFrom('zone', 'env', 'constructor', '__proto__');
const values = fc.uniqueArray(fc.constantFrom('a', 'b', ''), { minLength: 1, maxLength: 3 });
const tags = fc
  .array(fc.tuple(key, fc.constantFrom('a', 'b', 'c', '')), { maxLength: 3 })
  .map((entries) => Object.fromEntries(entries) as Record<string, string>);

const only = (expression: Selector['matchExpressions'][number]): Selector => ({
  matchLabels: {},
  matchExpressions: [expression],
});

test('10: NotIn is the negation of In, and DoesNotExist of Exists, for every tag map', () => {
  fc.assert(
    fc.property(tags, key, values, (map, name, wanted) => {
      const inside = selectorMatches(only({ key: name, operator: 'In', values: wanted }), map);
      const outside = selectorMatches(only({ key: name, operator: 'NotIn', values: wanted }), map);
      const present = selectorMatches(only({ key: name, operator: 'Exists', values: [] }), map);
      const absent = selectorMatches(only({ key: name, operator: 'DoesNotExist', values: [] }), map);
      expect([outside, absent]).toEqual([!inside, !present]);
    }),
    RUNS,
  );
});

test('11: as anti-affinity, a selector rejects exactly what it admits as affinity', () => {
  const term = fc.record({ key, operator: fc.constantFrom('In' as const, 'NotIn' as const), values });
  const selector = fc
    .array(term, { maxLength: 3 })
    .map((matchExpressions): Selector => ({ matchLabels: {}, matchExpressions }));
  fc.assert(
    fc.property(tags, selector, (map, given) => {
      const admitted = tagsAdmitted({ affinity: [given], antiAffinity: [] }, map);
      expect(tagsAdmitted({ affinity: [], antiAffinity: [given] }, map)).toBe(!admitted);
    }),
    RUNS,
  );
});
