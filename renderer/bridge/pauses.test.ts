import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { inPauses } from './pauses.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('inPauses', () => {
  it('tells the first at once and a burst after it together', () => {
    const told: (readonly string[])[] = [];
    const tell = inPauses(100, (names) => told.push(names));
    tell(['rack']);
    expect(told).toEqual([['rack']]);
    tell(['observation']);
    tell(['observation', 'rack']);
    vi.advanceTimersByTime(99);
    expect(told).toHaveLength(1);
    vi.advanceTimersByTime(1);
    expect(told).toEqual([['rack'], ['observation', 'rack']]);
  });

  it('keeps the pause after what it told at the end of one', () => {
    const told: (readonly string[])[] = [];
    const tell = inPauses(100, (names) => told.push(names));
    tell(['a']);
    tell(['b']);
    vi.advanceTimersByTime(100);
    tell(['c']);
    expect(told).toEqual([['a'], ['b']]);
    vi.advanceTimersByTime(100);
    expect(told).toEqual([['a'], ['b'], ['c']]);
    vi.advanceTimersByTime(100);
    tell(['d']);
    expect(told.at(-1)).toEqual(['d']);
  });
});
