import type { PlacedCandidate } from '../../../shared/contract/plan.ts';
import type { Candidate } from '../../../shared/domain/plan.ts';
import { RESOURCE_KEYS, RESOURCE_LABELS } from '../../../shared/domain/resource.ts';
import type { Tone } from '../../ui/ToneIcon.tsx';
import { quantityText } from '../noun/field-text.ts';
import type { ShapeName } from './place-draft.ts';

export interface CandidateBadge {
  readonly tone: Tone;
  readonly text: string;
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

const percent = (share: number): string => `${Math.round(share * 100)}\u00A0%`;

/** What is worth knowing of a candidate at a glance. */
export function badgesOf(candidate: Candidate): readonly CandidateBadge[] {
  const badges: CandidateBadge[] = [];
  if (candidate.badges.includes('OVERBOOKED')) badges.push({ tone: 'bad', text: 'overbooked' });
  if (candidate.badges.includes('NO_CAPACITY_DATA')) badges.push({ tone: 'attention', text: 'no capacity data' });
  if (candidate.fits === 'partial') badges.push({ tone: 'info', text: 'below maximum' });
  if (candidate.fits === 'min-only') badges.push({ tone: 'attention', text: 'minimum only' });
  if (candidate.strandsGpu) badges.push({ tone: 'attention', text: 'has free GPUs' });
  if (candidate.quantityBefore > 0) badges.push({ tone: 'neutral', text: `${candidate.quantityBefore} here` });
  return badges;
}

/** How the utilisation becomes points, in words (planner.md section 3). */
function pointsText(utilisation: number, shape: ShapeName): string {
  const now = percent(utilisation);
  switch (shape) {
    case 'target':
      if (utilisation >= 0.6 && utilisation <= 0.7) return `${now} lies within 60 to 70 %: all 100 points`;
      return utilisation < 0.6
        ? `${now} is below 60 %: 100 × ${now} / 60\u00A0%`
        : `${now} is above 70 %: 100 × (100\u00A0% − ${now}) / 30\u00A0%`;
    case 'classic':
      return `100 less one point for each percent between ${now} and 65 %`;
    case 'pack':
      return `one point for each percent used: ${now}`;
    case 'spread':
      return `one point for each percent left free: ${percent(1 - utilisation)}`;
  }
}

export interface ScorePart {
  readonly label: string;
  readonly value: string;
}

/** What the score is made of, and what decides between equal ones. */
export function scoreParts(candidate: Candidate, shape: ShapeName): readonly ScorePart[] {
  const { utilisation, bottleneck, imbalance } = candidate;
  if (utilisation === null) return [{ label: 'Score', value: '0: it has no capacity data' }];
  const shares = candidate.resources.filter((bar) => bar.total > 0).map((bar) => percent(Math.min(1, bar.after)));
  return [
    {
      label: 'Used afterwards',
      value: shares.length > 1 ? `mean of ${shares.join(', ')} = ${percent(utilisation)}` : percent(utilisation),
    },
    { label: 'Points', value: pointsText(utilisation, shape) },
    { label: 'Evenness', value: `resources differ by ±\u00A0${percent(imbalance)}` },
    ...(bottleneck
      ? [
          {
            label: 'Fullest',
            value: `${RESOURCE_LABELS[bottleneck.resource].label.toLowerCase()}, ${percent(bottleneck.utilisation)}`,
          },
        ]
      : []),
  ];
}

/** An amount in its largest unit, to one decimal where it does not come out even: 266076 MB → `259.8 GB`. */
export function roundedText(amount: number, unit: 'cores' | 'MB' | 'GB' | 'count'): string {
  const exact = quantityText(amount, unit);
  if (unit === 'MB' && exact.endsWith('MB') && amount >= 1024) return `${(amount / 1024).toFixed(1)} GB`;
  return unit === 'GB' && exact.endsWith(' GB') && amount >= 1000 ? `${(amount / 1000).toFixed(1)} TB` : exact;
}

/** The amounts worth naming: what is 0 is not booked. */
export function bookedAmounts(allocated: Candidate['allocated']): Partial<Candidate['allocated']> {
  return Object.fromEntries(RESOURCE_KEYS.flatMap((key) => (allocated[key] ? [[key, allocated[key]]] : [])));
}
