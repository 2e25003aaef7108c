import { describe, expect, it } from 'vitest';
import { timeLeftText } from './time-left.ts';

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
