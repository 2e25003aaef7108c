import { describe, expect, it } from 'vitest';
import { conflictSentences, gapText, recommendationText } from './recommendation-text.ts';

describe('recommendationText', () => {
  it('joins the steps of a relaxation into one sentence', () => {
    const text = recommendationText({
      kind: 'relax',
      computeId: 'c1',
      compute: 'db-1',
      steps: [
        { kind: 'dropRule', rule: { code: 'AFFINITY_NOT_MATCHED', rule: 'affinity[0]', about: 'zone' } },
        { kind: 'raiseSpread', from: 1, to: 2 },
      ],
      candidatesAfter: 3,
      verified: true,
    });
    expect(text.title).toBe(
      'It fits on db-1 if you leave out the affinity on zone and allow 2 instead of 1 per compute',
    );
    expect(text.lines).toEqual(['2 other computes would fit then too.']);
  });
});

describe('gapText', () => {
  it('says what to add and how near the closest is', () => {
    const spec = { cores: 8, memory: 65_536, vram: 0, nvme: 0, gpu: 0 };
    const text = gapText({
      type: 'baremetal',
      quantity: 2,
      spec,
      closest: { compute: 'db-1', computeId: 'c1', reasons: ['4 cores short.'] },
      reason: 'No compute has room.',
    });
    expect(text.title).toContain('Add 2 bare metal computes with 8 cores · 64 GB');
    expect(text.lines).toEqual(['No compute has room.', 'The closest is db-1: 4 cores short.']);
  });
});

describe('conflictSentences', () => {
  it('names the rules that exclude everything', () => {
    const rule = (about: string) => ({ code: 'AFFINITY_NOT_MATCHED', rule: 'affinity[0]', about }) as const;
    const conflict = { correctionSets: [], cores: [[rule('zone'), rule('env')], [rule('gpu')]], complete: true };
    expect(conflictSentences(conflict)).toEqual([
      'Together the affinity on zone and the affinity on env exclude every compute.',
      'No compute gets past the affinity on gpu.',
    ]);
  });
});
