import { describe, expect, it } from 'vitest';
import { figuresOf, timeLeftText } from './import-figures.ts';

describe('figuresOf', () => {
  it('adds up all nouns', () => {
    const byNoun = {
      deviceType: { created: 3, updated: 1, unchanged: 0 },
      component: { created: 2, updated: 0, unchanged: 5 },
    };
    expect(figuresOf({ byNoun })).toEqual({ created: 5, updated: 1, unchanged: 5 });
  });
});

describe('timeLeftText', () => {
  it('goes by the speed so far', () => {
    expect(timeLeftText(250, 1000, 2000)).toBe('about 6 s left');
    expect(timeLeftText(10, 1000, 2000)).toBe('about 4 min left');
  });

  it('says nothing too early or at the end', () => {
    expect(timeLeftText(0, 1000, 2000)).toBeNull();
    expect(timeLeftText(1, 1000, 100)).toBeNull();
    expect(timeLeftText(1000, 1000, 2000)).toBeNull();
  });
});
