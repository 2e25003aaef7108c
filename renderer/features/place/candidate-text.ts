import type { Candidate } from '../../../shared/domain/plan.ts';
import type { Tone } from '../../ui/ToneIcon.tsx';

export interface CandidateBadge {
  readonly tone: Tone;
  readonly text: string;
}

/** `91.7`: scores are 0 to 100 with one decimal. */
export function scoreText(candidate: Pick<Candidate, 'score'>): string {
  return candidate.score.toFixed(1);
}

/** `62 %`, or a dash where the compute has no capacity data. */
export function shareText(share: number | null): string {
  return share === null ? '–' : `${Math.round(share * 100)} %`;
}

const FITS = { max: 'at its maximum', partial: 'between minimum and maximum', 'min-only': 'at its minimum' } as const;

/** `runs at its maximum`: what basis the booking has. */
export function fitsText(candidate: Candidate): string {
  if (candidate.step === null) return 'as the instances already there';
  return FITS[candidate.fits];
}

/** What is worth knowing of a candidate at a glance. */
export function badgesOf(candidate: Candidate): readonly CandidateBadge[] {
  const badges: CandidateBadge[] = [];
  if (candidate.badges.includes('OVERBOOKED')) badges.push({ tone: 'bad', text: 'overbooked' });
  if (candidate.badges.includes('NO_CAPACITY_DATA')) badges.push({ tone: 'attention', text: 'no capacity data' });
  if (candidate.fits === 'partial') badges.push({ tone: 'info', text: 'between min and max' });
  if (candidate.fits === 'min-only') badges.push({ tone: 'attention', text: 'minimum only' });
  if (candidate.strandsGpu) badges.push({ tone: 'attention', text: 'would strand free GPUs' });
  if (candidate.quantityBefore > 0) badges.push({ tone: 'neutral', text: `${candidate.quantityBefore} already here` });
  return badges;
}
