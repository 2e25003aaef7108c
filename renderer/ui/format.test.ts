import { describe, expect, it } from 'vitest';
import { counted, formatBytes, formatMoment, formatShare } from './format.ts';

describe('formatBytes', () => {
  it('takes the largest unit that leaves one digit before the point', () => {
    expect(formatBytes(999)).toBe('999 bytes');
    expect(formatBytes(1_440_000)).toBe('1.4 MB');
    expect(formatBytes(2_000_000_000)).toBe('2 GB');
  });
});

describe('formatMoment', () => {
  it('leaves text alone that is not a moment', () => {
    expect(formatMoment('soon')).toBe('soon');
  });
});

describe('formatShare', () => {
  it('rounds, and takes nothing of nothing for 0 %', () => {
    expect(formatShare(1, 3)).toBe('33 %');
    expect(formatShare(0, 0)).toBe('0 %');
  });
});

describe('counted', () => {
  it('groups thousands and knows one', () => {
    expect(counted(1, 'compute', 'computes')).toBe('1 compute');
    expect(counted(12_345, 'compute', 'computes')).toBe('12,345 computes');
  });
});
