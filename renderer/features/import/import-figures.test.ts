import { describe, expect, it } from 'vitest';
import { figuresOf } from './import-figures.ts';

describe('figuresOf', () => {
  it('adds up all nouns', () => {
    const byNoun = {
      deviceType: { created: 3, updated: 1, unchanged: 0 },
      component: { created: 2, updated: 0, unchanged: 5 },
    };
    expect(figuresOf({ byNoun })).toEqual({ created: 5, updated: 1, unchanged: 5 });
  });
});
