import { describe, expect, it } from 'vitest';
import { EMPTY_DRAFT, constraintCount, questionOf, type PlaceDraft } from './place-draft.ts';

const WEB: PlaceDraft = { ...EMPTY_DRAFT, serviceId: 'web' };

describe('the question a draft puts', () => {
  it('is incomplete until something is chosen, and nothing is wrong then', () => {
    expect(questionOf(EMPTY_DRAFT)).toEqual({ kind: 'incomplete' });
    expect(questionOf({ ...EMPTY_DRAFT, what: 'set' })).toEqual({ kind: 'incomplete' });
    expect(questionOf({ ...EMPTY_DRAFT, what: 'size' })).toEqual({ kind: 'incomplete' });
  });

  it('ranks one instance, and several that stay together', () => {
    expect(questionOf(WEB)).toMatchObject({ kind: 'rank', input: { subject: { service: 'web' }, quantity: 1 } });
    const together = { ...WEB, quantity: '3', together: true };
    expect(questionOf(together)).toMatchObject({ kind: 'rank', input: { quantity: 3 } });
  });

  it('places several wherever each fits, and a set of services, as a batch', () => {
    expect(questionOf({ ...WEB, quantity: '3' })).toMatchObject({ kind: 'batch', items: [{ quantity: 3 }] });
    const set = [
      { serviceId: 'web', quantity: '2' },
      { serviceId: '', quantity: '1' },
      { serviceId: 'db', quantity: '1' },
    ];
    expect(questionOf({ ...EMPTY_DRAFT, what: 'set', set })).toMatchObject({
      kind: 'batch',
      items: [
        { subject: { service: 'web' }, quantity: 2 },
        { subject: { service: 'db' }, quantity: 1 },
      ],
    });
  });

  it('reads a size with its units: 20 GB of memory are 20480 MB', () => {
    const draft: PlaceDraft = {
      ...EMPTY_DRAFT,
      what: 'size',
      min: { ...EMPTY_DRAFT.min, cores: '4', memory: '20 GB' },
      max: { ...EMPTY_DRAFT.max, memory: '32 GB' },
    };
    expect(questionOf(draft)).toMatchObject({
      kind: 'rank',
      input: { subject: { adHoc: { min: { cores: 4, memory: 20_480 }, max: { memory: 32_768 } } } },
    });
  });

  it('names every field that cannot be read', () => {
    const draft: PlaceDraft = {
      ...EMPTY_DRAFT,
      what: 'size',
      quantity: '1.5',
      min: { ...EMPTY_DRAFT.min, cores: 'four', memory: '32 GB' },
      max: { ...EMPTY_DRAFT.max, memory: '16 GB' },
      buffer: { ...EMPTY_DRAFT.buffer, cores: '120' },
    };
    const question = questionOf(draft);
    expect(question.kind === 'unreadable' ? question.problems.map(({ path }) => path) : []).toEqual([
      'buffer.cores',
      'quantity',
      'min.cores',
      'max.memory',
    ]);
  });

  it('carries the scope: places, tags, filter, buffers as shares', () => {
    const draft: PlaceDraft = {
      ...WEB,
      scope: { ...EMPTY_DRAFT.scope, site: ['fra1', 'ams1'] },
      tags: { env: 'prod' },
      query: 'role:web',
      buffer: { ...EMPTY_DRAFT.buffer, memory: '10 %' },
      shape: 'pack',
    };
    expect(questionOf(draft)).toMatchObject({
      input: {
        constraints: { site: ['fra1', 'ams1'], tags: { env: 'prod' } },
        query: 'role:web',
        buffer: { memory: 0.1 },
        shape: 'pack',
      },
    });
    expect(constraintCount(draft)).toBe(3);
  });

  it('says nothing of the shape while the workspace decides, and reads points typed in percent', () => {
    const said = (draft: PlaceDraft) => {
      const question = questionOf(draft);
      return question.kind === 'rank' ? question.input.shape : question.kind;
    };
    expect(said(WEB)).toBeUndefined();
    const points = [
      { utilisation: '50', score: '100' },
      { utilisation: '80 %', score: '0' },
    ];
    expect(said({ ...WEB, shape: 'own', points })).toEqual([
      { utilisation: 0.5, score: 100 },
      { utilisation: 0.8, score: 0 },
    ]);
    expect(said({ ...WEB, shape: 'own', points: points.toReversed() })).toBe('unreadable');
    expect(said({ ...WEB, shape: 'pack', points: [] })).toBe('pack');
  });

  it('asks about one compute alone, which counts as a condition', () => {
    const draft = { ...WEB, computeId: 'c1' };
    expect(questionOf(draft)).toMatchObject({ input: { constraints: { computeId: 'c1' } } });
    expect(constraintCount(draft)).toBe(1);
  });
});
