import { describe, expect, it } from 'vitest';
import type { FeedChain, PowerFinding } from '../../../shared/contract/power.ts';
import { feedSource, findingCounts, loadText } from './power-text.ts';

const FEED: FeedChain = {
  feed: 'A',
  panel: 'P1',
  breaker: '12',
  volts: 230,
  amps: 32,
  phases: 3,
  capacityWatts: 5888,
  loadWatts: 2300,
  percent: 39,
  legs: [],
  direct: [],
  pdus: [],
};

function aFinding(code: PowerFinding['code']): PowerFinding {
  return { code, deviceId: null, device: 'db-01', rackId: null, rack: null, message: '' };
}

describe('feedSource', () => {
  it('names panel, breaker and rating, as far as they are known', () => {
    expect(feedSource(FEED)).toBe('panel P1 › breaker 12 › 230 V, 32 A, 3 phases');
    expect(feedSource({ ...FEED, panel: null, breaker: null, phases: 1 })).toBe('230 V, 32 A, 1 phase');
  });
});

describe('loadText', () => {
  it('says watts, capacity and share', () => {
    expect(loadText(2300, 5888, 39)).toBe('2,300 W of 5,888 W, 39 %');
  });
});

describe('findingCounts', () => {
  it('counts each kind, overloads first', () => {
    const findings = ['single-corded', 'overload', 'single-corded'] as const;
    expect(findingCounts(findings.map(aFinding))).toEqual([
      { code: 'overload', count: 1 },
      { code: 'single-corded', count: 2 },
    ]);
  });
});
