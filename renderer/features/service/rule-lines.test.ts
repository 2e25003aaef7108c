import { describe, expect, it } from 'vitest';
import type { PlacementRules } from '../../../shared/domain/placement-rule.ts';
import { readValues, ruleLines, withLine, withNewLine, withoutLine, type RuleLine } from './rule-lines.ts';

const RULES: PlacementRules = {
  affinity: [
    { matchLabels: { 'role-db': 'true' }, matchExpressions: [{ key: 'zone', operator: 'In', values: ['a', 'b'] }] },
  ],
  antiAffinity: [{ matchLabels: {}, matchExpressions: [{ key: 'env', operator: 'In', values: ['dev'] }] }],
  spreadMax: 2,
  topologySpread: [],
};

function line(rules: PlacementRules, index: number): RuleLine {
  const found = ruleLines(rules)[index];
  if (!found) throw new Error(`There is no line ${index}.`);
  return found;
}

describe('the rules as lines', () => {
  it('lists every condition with the path the planner gives it', () => {
    expect(ruleLines(RULES).map(({ rule, key, operator, values }) => [rule, key, operator, values.join()])).toEqual([
      ['affinity[0].matchLabels.role-db', 'role-db', 'is', 'true'],
      ['affinity[0].matchExpressions[0]', 'zone', 'In', 'a,b'],
      ['antiAffinity[0]', 'env', 'In', 'dev'],
    ]);
  });

  it('changes one line and leaves the others and the spread as they are', () => {
    const changed = withLine(RULES, line(RULES, 1), { key: 'zone', operator: 'Exists', values: ['a'] });
    expect(changed.affinity).toEqual([
      { matchLabels: { 'role-db': 'true' }, matchExpressions: [{ key: 'zone', operator: 'Exists', values: [] }] },
    ]);
    expect(changed.spreadMax).toBe(2);
    expect(changed.antiAffinity).toEqual(RULES.antiAffinity);
  });

  it('turns an equality into an expression and back', () => {
    const many = withLine(RULES, line(RULES, 0), { key: 'role-db', operator: 'In', values: ['true', 'yes'] });
    expect(many.affinity[0]?.matchLabels).toEqual({});
    expect(many.affinity[0]?.matchExpressions.at(-1)).toEqual({
      key: 'role-db',
      operator: 'In',
      values: ['true', 'yes'],
    });
    const back = withLine(many, line(many, 1), { key: 'role-db', operator: 'is', values: ['true'] });
    expect(back.affinity).toEqual(RULES.affinity);
  });

  it('takes an emptied selector away: an empty anti-affinity would forbid every compute', () => {
    expect(withoutLine(RULES, line(RULES, 2)).antiAffinity).toEqual([]);
    expect(withoutLine(RULES, line(RULES, 0)).affinity).toHaveLength(1);
  });

  it('adds what must hold to the first selector, and what is forbidden as a selector of its own', () => {
    const content = { key: 'disk', operator: 'is', values: ['ssd'] } as const;
    expect(withNewLine(RULES, 'affinity', content).affinity[0]?.matchLabels).toEqual({
      'role-db': 'true',
      disk: 'ssd',
    });
    expect(withNewLine(RULES, 'antiAffinity', content).antiAffinity).toHaveLength(2);
  });

  it('reads a list of values', () => {
    expect(readValues(' dev , staging,, ')).toEqual(['dev', 'staging']);
  });
});
