import { describe, expect, it } from 'vitest';
import type { PlacedCandidate } from '../../../shared/contract/plan.ts';
import { badgesOf, bookedAmounts, fitsText, scoreParts, scoreText, standsText } from './candidate-text.ts';

/** 16 cores with 8 booked and 64 GB with 32 booked takes 2 cores and 8 GB: 10/16 and 40/64, both 62.5 %. */
const CANDIDATE: PlacedCandidate = {
  computeId: 'a',
  compute: 'fra1-app-01',
  verdict: 'candidate',
  rank: 1,
  score: 100,
  utilisation: 0.625,
  utilisationBefore: 0.5,
  bottleneck: { resource: 'cores', utilisation: 0.625 },
  imbalance: 0,
  strandsGpu: false,
  fits: 'max',
  step: 100,
  quantity: 1,
  quantityBefore: 0,
  allocated: { cores: 2, memory: 8192, vram: 0, nvme: 0, gpu: 0 },
  allocatedBefore: null,
  resources: [
    { resource: 'cores', total: 16, usedBefore: 8, usedAfter: 10, before: 0.5, after: 0.625 },
    { resource: 'memory', total: 65_536, usedBefore: 32_768, usedAfter: 40_960, before: 0.5, after: 0.625 },
  ],
  badges: [],
  stands: { site: 'fra1', room: 'Hall 1', row: 'A', rack: 'A03' },
};

/** A percentage is never broken from its sign; here that is written as a plain space. */
function plainSpaces(text: string): string {
  return text.replaceAll('\u00A0', ' ');
}

describe('what a candidate says of itself', () => {
  it('names its place from the site to the rack, and nothing for a compute in no rack', () => {
    expect(standsText(CANDIDATE)).toBe('fra1 · Hall 1 · A03');
    expect(standsText({ stands: { site: null, room: null, row: null, rack: null } })).toBe('');
  });

  it('says how 62.5 % becomes 100 points', () => {
    expect(scoreText(CANDIDATE)).toBe('100.0');
    expect(scoreParts(CANDIDATE, 'target').map((part) => plainSpaces(part.value))).toEqual([
      '62.5 %, the mean of cores 62.5 %, memory 62.5 %',
      '100, as for all from 60 % to 70 % used',
      '± 0 % around that mean',
      'cores, 62.5 %',
    ]);
  });

  it('gives a compute without capacity data no points', () => {
    expect(scoreParts({ ...CANDIDATE, utilisation: null }, 'target')).toEqual([
      { label: 'Score', value: '0: it has no capacity data' },
    ]);
  });

  it('marks what is worth knowing, worst first', () => {
    const odd: PlacedCandidate = {
      ...CANDIDATE,
      badges: ['OVERBOOKED'],
      fits: 'min-only',
      step: 0,
      strandsGpu: true,
      quantityBefore: 2,
    };
    expect(badgesOf(odd).map(({ text }) => text)).toEqual(['overbooked', 'minimum only', 'has free GPUs', '2 here']);
    expect(badgesOf(CANDIDATE)).toEqual([]);
  });

  it('tells the basis of a booking', () => {
    expect(fitsText(CANDIDATE)).toBe('its maximum');
    expect(fitsText({ fits: 'partial', step: 40 })).toBe('40 % of the way from minimum to maximum');
    expect(fitsText({ fits: 'min-only', step: 0 })).toBe('its minimum');
    expect(fitsText({ fits: 'max', step: null })).toBe('the same as the instances already there');
  });

  it('leaves out what is not booked', () => {
    expect(bookedAmounts(CANDIDATE.allocated)).toEqual({ cores: 2, memory: 8192 });
  });
});
