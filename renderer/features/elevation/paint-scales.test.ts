import { describe, expect, it } from 'vitest';
import { paintScale } from './paint-scales.ts';
import { dayOf } from './device-fact.ts';
import { aFact } from './testing/fixtures.ts';

const TODAY = dayOf('2026-11-20') ?? 0;

describe('paintScale', () => {
  it('colours states by the tone of the noun and counts them in the legend', () => {
    const facts = [aFact({ state: 'active' }), aFact({ state: 'maintenance' }), aFact({ state: 'active' })];
    const { legend, shadeOf } = paintScale('state', facts, TODAY);
    expect(legend).toEqual([
      { paint: 'good', label: 'Active', count: 2 },
      { paint: 'attention', label: 'Maintenance', count: 1 },
    ]);
    expect(shadeOf(aFact({ noun: 'equipment', type: 'switch', state: 'failed' }))).toEqual({
      paint: 'bad',
      label: 'Failed',
    });
  });

  it('gives the commonest values the first hues and lets the ninth share one with the rest', () => {
    const owners = ['i', 'h', 'g', 'f', 'e', 'd', 'c', 'b', 'a', 'a'];
    const facts = [...owners.map((owner) => aFact({ owner })), aFact({ owner: null })];
    const { legend, shadeOf } = paintScale('owner', facts, TODAY);
    expect(shadeOf(aFact({ owner: 'a' }))).toEqual({ paint: 'hue-1', label: 'a' });
    expect(shadeOf(aFact({ owner: 'h' })).paint).toBe('hue-8');
    expect(shadeOf(aFact({ owner: 'i' }))).toEqual({ paint: 'neutral', label: 'Other' });
    expect(legend.at(-2)).toEqual({ paint: 'neutral', label: 'Other', count: 1 });
    expect(legend.at(-1)).toEqual({ paint: 'none', label: 'Not set', count: 1 });
  });

  it.each([
    [0, 'level-1'],
    [0.199, 'level-1'],
    [0.2, 'level-2'],
    [0.8, 'level-5'],
    [1, 'level-5'],
    [null, 'none'],
  ])('shades a utilisation of %s as %s', (utilisation, paint) => {
    expect(paintScale('utilisation', [], TODAY).shadeOf(aFact({ utilisation })).paint).toBe(paint);
  });

  it.each([
    ['2026-11-19', 'Ended'],
    ['2026-11-20', 'Ends within 90 days'],
    // 30 - 20 = 10 days of November, 31 of December, 31 of January: the 90th day is 18 February.
    ['2027-02-17', 'Ends within 90 days'],
    ['2027-02-18', 'Ends within a year'],
    ['2027-11-20', 'Ends later'],
    [null, 'Not recorded'],
  ])('words a warranty that ends on %s as %s', (end, label) => {
    expect(paintScale('warranty', [], TODAY).shadeOf(aFact({ warrantyEndDay: dayOf(end) })).label).toBe(label);
  });

  it.each([
    ['2026-11-19T23:00:00.000Z', 'Under 90 days'],
    ['2025-11-20T10:00:00.000Z', 'Over a year: due'],
    [null, 'Never audited: due'],
  ])('words an audit of %s as %s', (moment, label) => {
    expect(paintScale('audit', [], TODAY).shadeOf(aFact({ lastAuditedDay: dayOf(moment) })).label).toBe(label);
  });

  it('lists the audit ages from young to old and the never audited last', () => {
    const moments = [null, '2020-01-01T00:00:00.000Z', '2026-11-01T00:00:00.000Z'];
    const facts = moments.map((moment) => aFact({ lastAuditedDay: dayOf(moment) }));
    expect(paintScale('audit', facts, TODAY).legend.map(({ label }) => label)).toEqual([
      'Under 90 days',
      'Over a year: due',
      'Never audited: due',
    ]);
  });
});
