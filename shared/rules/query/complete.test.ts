import { describe, expect, it } from 'vitest';
import { completeExpression } from './complete.ts';
import { computeSchema, thingSchema } from './test-schema.ts';

/** Completes where `|` stands. */
function complete(marked: string, schema = computeSchema) {
  const cursor = marked.indexOf('|');
  return completeExpression(marked.replace('|', ''), cursor, schema);
}

function labels(marked: string, schema = computeSchema): readonly string[] {
  return complete(marked, schema).proposals.map(({ label }) => label);
}

describe('completeExpression', () => {
  it('offers fields, predicates and not at the start, but no and', () => {
    expect(labels('|')).toEqual(expect.arrayContaining(['not', 'cores', 'tag:', 'in:']));
    expect(labels('|')).not.toContain('and');
    expect(labels('a and (|')).not.toContain('or');
  });

  it('narrows by what is typed, beginnings first, labels too', () => {
    expect(labels('m|')).toEqual(['memory', 'monthlyCost', 'monitored']);
    expect(labels('num|')).toEqual(['serial']);
    expect(complete('serial num|')).toMatchObject({ from: 7, to: 10 });
    expect(complete('cor|')).toMatchObject({
      from: 0,
      to: 3,
      proposals: [{ kind: 'field', label: 'cores', insert: 'cores>=', detail: 'Cores (cores)' }],
    });
  });

  it('replaces the whole word around the cursor', () => {
    expect(complete('sta|te=active')).toMatchObject({ from: 0, to: 5 });
  });

  it('offers and, or after a term', () => {
    expect(labels('state=active |').slice(0, 3)).toEqual(['and', 'or', 'not']);
    expect(labels('state=active an|')).toEqual(['and']);
    expect(labels('driver:Server |', thingSchema)).toContain('connected to');
    expect(labels('driver:Server connected |', thingSchema)).toEqual(['to']);
  });

  it('offers operators after a field', () => {
    expect(labels('cores |').slice(0, 3)).toEqual(['>=', '<=', '=']);
    expect(labels('state |').slice(0, 2)).toEqual(['=', '!=']);
  });

  it('offers choices, in a list and in quotes too', () => {
    expect(labels('state=|')).toEqual(['active', 'inactive', 'maintenance']);
    expect(labels('state=in|')).toEqual(['inactive']);
    expect(labels('state=active,m|')).toEqual(['maintenance']);
    expect(complete('state="ma|')).toMatchObject({ from: 6, to: 9, proposals: [{ insert: 'maintenance' }] });
    expect(labels('type:|')).toEqual(['baremetal', 'vm']);
    expect(labels('monitored=|')).toEqual(['yes', 'no']);
  });

  it('asks for values that only the workspace knows', () => {
    expect(complete('in:ra|')).toEqual({
      from: 3,
      to: 5,
      proposals: [],
      asks: { head: 'in', key: null, text: 'ra' },
    });
    expect(complete('tag:en|').asks).toEqual({ head: 'tag', key: null, text: 'en' });
    expect(complete('tag:env=pr|').asks).toEqual({ head: 'tag', key: 'env', text: 'pr' });
    expect(complete('tag:env=|').asks).toEqual({ head: 'tag', key: 'env', text: '' });
    expect(complete('provider=O|').asks).toEqual({ head: 'provider', key: null, text: 'O' });
    expect(complete('haskey(i|', thingSchema).asks).toEqual({ head: 'attr', key: null, text: 'i' });
    expect(complete('cores>=1|').asks).toBeNull();
  });

  it('offers drivers, and choices for a predicate that stands for a field', () => {
    expect(labels('driver:|', thingSchema)).toEqual(['server', 'networkswitch', 'consoleserver']);
    const predicates = [...computeSchema.predicates, 'status', 'type'] as const;
    expect(labels('status:in|', { ...computeSchema, predicates })).toEqual(['inactive']);
    expect(labels('type:|', { ...computeSchema, predicates })).toEqual(['baremetal', 'vm']);
  });

  it('has nothing to say inside a regex or a quoted search', () => {
    expect(complete('name:/we|')).toEqual({ from: 8, to: 8, proposals: [], asks: null });
    expect(complete('"we|')).toMatchObject({ proposals: [], asks: null });
  });

  it('right of connected to speaks of things of every noun, also in parentheses', () => {
    const cabled = {
      ...computeSchema,
      predicates: [...computeSchema.predicates, 'connected' as const],
      things: thingSchema,
    };
    for (const text of ['name:a connected to |', 'name:a connected to (name:b or |', 'a connected to (b or (|']) {
      expect(labels(text, cabled)).toContain('driver:');
      expect(labels(text, cabled)).not.toContain('cores');
    }
    for (const text of ['name:a connected to name:b and |', 'a connected to (b) |', '(a connected to b) and (|'])
      expect(labels(text, cabled)).toContain('cores');
    expect(complete('a connected to name:b|', cabled).asks).toEqual({
      head: 'name',
      key: null,
      text: 'b',
      things: true,
    });
    expect(complete('a connected to name:b name:c|', cabled).asks).toEqual({ head: 'name', key: null, text: 'c' });
    expect(labels('a connected to driver:ser|', cabled)).toEqual(['server']);
  });
});
