import type { PlacedCandidate } from '../../../shared/contract/plan.ts';
import type { Candidate } from '../../../shared/domain/plan.ts';
import { inSentence } from '../../../shared/domain/label-text.ts';
import { RESOURCE_KEYS, RESOURCE_LABELS, type ResourceKey } from '../../../shared/domain/resource.ts';
import type { ScoreShape } from '../../../shared/domain/score-shape.ts';
import { pointsOf } from '../../../shared/rules/utilisation-score.ts';
import type { Tone } from '../../ui/ToneIcon.tsx';
import { formatCount } from '../../ui/format.ts';
import { exactPercent, pointsInWords } from './shape-words.ts';

export interface CandidateBadge {
  readonly tone: Tone;
  readonly text: string;
  readonly meaning: string;
}

/** `91.7`: scores are 0 to 100 with one decimal. */
export function scoreText({ score }: Pick<Candidate, 'score'>): string {
  return score.toFixed(1);
}

/** `62 %`, or a dash where the compute has no capacity data. */
export function shareText(share: number | null): string {
  return share === null ? '–' : `${Math.round(share * 100)} %`;
}

/** `fra1 · Hall 1 · A03`, or nothing for a compute in no rack. */
export function standsText({ stands }: Pick<PlacedCandidate, 'stands'>): string {
  return [stands.site, stands.room, stands.rack].filter((part) => part !== null).join(' · ');
}

/** `at its maximum`: what basis the booking has. */
export function fitsText(candidate: Pick<Candidate, 'step' | 'fits'>): string {
  if (candidate.step === null) return 'the same as the instances already there';
  if (candidate.fits === 'max') return 'its maximum';
  return candidate.fits === 'min-only' ? 'its minimum' : `${candidate.step} % of the way from minimum to maximum`;
}

function resourceWord(key: ResourceKey): string {
  return inSentence(RESOURCE_LABELS[key].label);
}

/** What is worth knowing of a candidate at a glance, and what it means. */
export function badgesOf(candidate: Candidate): readonly CandidateBadge[] {
  const badges: CandidateBadge[] = [];
  const add = (tone: Tone, text: string, meaning: string) => badges.push({ tone, text, meaning });
  if (candidate.badges.includes('OVERBOOKED'))
    add('bad', 'overbooked', 'more is booked of some resource than there is, though of none that is needed here');
  if (candidate.badges.includes('NO_CAPACITY_DATA'))
    add('attention', 'no capacity data', 'nothing is known of what it has, so it scores 0');
  if (candidate.fits === 'partial')
    add('info', 'below maximum', `the maximum does not fit; it would get ${fitsText(candidate)}`);
  if (candidate.fits === 'min-only') add('attention', 'minimum only', 'no more than the minimum fits or was asked for');
  if (candidate.strandsGpu)
    add('attention', 'has free GPUs', 'nothing here needs a GPU: among equal scores it comes last, to keep them free');
  if (candidate.quantityBefore > 0) {
    const there = formatCount(candidate.quantityBefore);
    add('neutral', `${there} here`, `${there} of it already run on this compute`);
  }
  return badges;
}

export interface ScorePart {
  readonly label: string;
  readonly value: string;
}

/** What the score is made of, and what decides between equal ones. */
export function scoreParts(candidate: Candidate, shape: ScoreShape): readonly ScorePart[] {
  const { utilisation, bottleneck, imbalance } = candidate;
  if (utilisation === null) return [{ label: 'Score', value: '0: it has no capacity data' }];
  const shares = candidate.resources
    .filter((bar) => bar.total > 0)
    .map((bar) => `${resourceWord(bar.resource)} ${exactPercent(Math.min(1, bar.after))}`);
  const mean = exactPercent(utilisation);
  return [
    { label: 'Used afterwards', value: shares.length > 1 ? `${mean}, the mean of ${shares.join(', ')}` : mean },
    { label: 'Points', value: pointsInWords(utilisation, pointsOf(shape)) },
    { label: 'Evenness', value: `±\u00A0${exactPercent(imbalance)} around that mean` },
    ...(bottleneck
      ? [
          {
            label: 'Fullest',
            value: `${resourceWord(bottleneck.resource)}, ${exactPercent(bottleneck.utilisation)}`,
          },
        ]
      : []),
  ];
}

/** The amounts worth naming: what is 0 is not booked. */
export function bookedAmounts(allocated: Candidate['allocated']): Partial<Candidate['allocated']> {
  return Object.fromEntries(RESOURCE_KEYS.flatMap((key) => (allocated[key] ? [[key, allocated[key]]] : [])));
}
