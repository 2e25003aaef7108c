import { describe, expect, it } from 'vitest';
import type { CustomField } from '../../../shared/domain/custom-field.ts';
import { knownLabelOf, labelGroups, labelIn, labelTexts } from './label-fields.ts';
import { aFact } from './testing/fixtures.ts';

function aCustomField(noun: string, key: string, label: string): CustomField {
  return { id: `${noun} ${key}`, noun, key, label, kind: 'text', choices: [], required: false };
}

describe('labelGroups', () => {
  const custom = [aCustomField('compute', 'cage', 'Cage'), aCustomField('equipment', 'cage', 'Cage')];
  const groups = labelGroups(custom);
  const labelsOf = (group: string) => groups.find((entry) => entry.group === group)?.items.map(({ label }) => label);

  it('offers every field once, custom fields of both nouns included', () => {
    const values = groups.flatMap(({ items }) => items.map(({ value }) => value));
    expect(new Set(values).size).toBe(values.length);
    expect(values).toEqual(expect.arrayContaining(['provider', 'notes', 'monthlyCost', 'coresFree', 'lastAudited']));
    expect(labelsOf('Custom fields')).toEqual(['Cage']);
  });

  it('tells fields of both from those of computes', () => {
    expect(labelsOf('Computes and equipment')).toEqual(expect.arrayContaining(['Last audited', 'Notes', 'State']));
    expect(labelsOf('Computes only')).toEqual(expect.arrayContaining(['Provider', 'Region', 'Memory free']));
    expect(labelsOf('Computes only')).not.toContain('Notes');
  });

  it('leaves out structures, which no label can hold', () => {
    expect(groups.flatMap(({ items }) => items.map(({ value }) => value))).not.toContain('slots');
  });
});

describe('labelTexts', () => {
  const of = (
    noun: 'compute' | 'equipment',
    value: string | number | boolean | null,
    currency: string | null = null,
  ) => ({
    values: [{ id: 'db-01', noun, value, currency }],
    references: { g1: 'Payments' },
  });

  it.each<[string, string | number | boolean | null, string | null, string]>([
    ['memoryFree', 131_072, null, '128 GB'],
    ['state', 'maintenance', null, 'Maintenance'],
    ['groupId', 'g1', null, 'Payments'],
    ['monthlyCost', '120.5', 'EUR', '120.50 EUR'],
    ['custom.cage', 'B7', null, 'B7'],
    ['provider', null, null, '–'],
  ])('writes %s %j as people read it', (field, value, currency, text) => {
    expect(labelTexts(of('compute', value, currency), field).get('db-01')).toBe(text);
  });

  it('writes a dash on what has no such field, and nothing before the answer has come', () => {
    expect(labelIn(new Map(), aFact())).toBe('–');
    expect(labelIn(null, aFact())).toBe('');
  });
});

describe('knownLabelOf', () => {
  it('words the type and marks an empty field', () => {
    expect(knownLabelOf(aFact(), 'type')).toBe('Bare metal');
    expect(knownLabelOf(aFact(), 'serial')).toBe('–');
  });
});
