import type { FeedChain, PowerFinding } from '../../../shared/contract/power.ts';

export const FINDING_LABELS: Readonly<Record<PowerFinding['code'], string>> = {
  overload: 'Overloaded',
  'overload-on-loss': 'Overloaded when a feed is lost',
  'same-feed': 'All cords on one feed',
  'single-corded': 'Single-corded',
  'not-corded': 'No cord recorded',
  'unknown-feed': 'Feed not recorded',
};

/** Kinds of findings with their numbers, the gravest first; kinds without one are left out. */
export function findingCounts(
  findings: readonly PowerFinding[],
): readonly { readonly code: PowerFinding['code']; readonly count: number }[] {
  const codes = Object.keys(FINDING_LABELS) as PowerFinding['code'][];
  return codes.flatMap((code) => {
    const count = findings.filter((finding) => finding.code === code).length;
    return count === 0 ? [] : [{ code, count }];
  });
}

/** `panel P1 › breaker 12 › 230 V, 32 A, 3 phases` */
export function feedSource({ panel, breaker, volts, amps, phases }: FeedChain): string {
  const rating = `${volts} V, ${amps} A, ${phases === 1 ? '1 phase' : '3 phases'}`;
  return [panel ? `panel ${panel}` : null, breaker ? `breaker ${breaker}` : null, rating].filter(Boolean).join(' › ');
}

/** `2,300 W of 5,888 W, 39 %` */
export function loadText(loadWatts: number, capacityWatts: number, percent: number): string {
  return `${COUNT.format(loadWatts)} W of ${COUNT.format(capacityWatts)} W, ${percent} %`;
}

const COUNT = new Intl.NumberFormat('en');
